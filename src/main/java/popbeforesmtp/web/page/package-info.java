/** What every page needs: templates, words in the reader's language, links, files, the frame around it, errors. */
@NullMarked
package popbeforesmtp.web.page;

import org.jspecify.annotations.NullMarked;
