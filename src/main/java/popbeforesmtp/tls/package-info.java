/** TLS for both ends of a practice line: one packed certificate, and the layer that seals what a server says. It knows nothing of mail. */
@NullMarked
package popbeforesmtp.tls;

import org.jspecify.annotations.NullMarked;
