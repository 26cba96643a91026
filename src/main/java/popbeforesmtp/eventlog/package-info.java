/**
 * What happened, told as values: the events of a world, the bounded log that keeps them, and the few words that
 * several parts share. Nothing here is rendered text, and nothing here knows who listens.
 */
@NullMarked
package popbeforesmtp.eventlog;

import org.jspecify.annotations.NullMarked;
