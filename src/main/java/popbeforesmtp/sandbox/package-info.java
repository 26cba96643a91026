/**
 * A learner's world: its set-up, its journal of presses, and what follows from playing them on the real servers.
 * Here the refusals of a server become reasons for people.
 */
@NullMarked
package popbeforesmtp.sandbox;

import org.jspecify.annotations.NullMarked;
