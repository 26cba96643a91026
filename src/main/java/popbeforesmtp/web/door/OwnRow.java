package popbeforesmtp.web.door;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Times;

/**
 * What the list at the door has about the reader, in words.
 *
 * @param address the reader's own address, {@code ?} if it cannot be known
 * @param until the end of the row; nothing without one
 * @param left what is left of it; nothing when it has run out, or without one
 */
record OwnRow(
        String address, @Nullable String until, @Nullable String left) {

    static OwnRow of(Door door, ClientAddress peer, Language language) {
        var row = peer.address().flatMap(own -> door.rows(own).stream().findFirst());
        return new OwnRow(
                peer.address().map(InetAddress::getHostAddress).orElse("?"),
                row.map(listed -> Times.ofDay(language, listed.until())).orElse(null),
                row.filter(listed -> listed.live())
                        .map(listed -> Times.span(language, listed.left()))
                        .orElse(null));
    }
}
