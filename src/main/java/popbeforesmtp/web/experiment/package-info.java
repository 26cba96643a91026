/** The pages on which one only tries: the main screen, links to a state, two dialogues side by side. */
@NullMarked
package popbeforesmtp.web.experiment;

import org.jspecify.annotations.NullMarked;
