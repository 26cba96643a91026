/**
 * The rule, pure: may this address relay now? It knows nothing of sockets, threads or pages; whoever asks brings the
 * time with the question.
 */
@NullMarked
package popbeforesmtp.gate;

import org.jspecify.annotations.NullMarked;
