/** Keeps worlds in a database, so that a restart loses nothing. Knows journals, and nothing of pages or mail servers. */
@NullMarked
package popbeforesmtp.store;

import org.jspecify.annotations.NullMarked;
