package popbeforesmtp.web.door;

import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.web.bench.TalkLine;
import popbeforesmtp.web.http.ClientAddress;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Times;

/**
 * The door as its template wants it.
 *
 * @param open whether it is open
 * @param address the reader's own address, {@code ?} if it cannot be known
 * @param pop3 the port to receive at
 * @param smtp the port to send at
 * @param user the name to give
 * @param password its password
 * @param mail the mail address of whoever gives that name
 * @param until the end of the reader's row in the list; nothing without one
 * @param left what is left of it; nothing when it has run out, or without one
 * @param talk what was said from the reader's address
 */
record DoorView(
        boolean open,
        String address,
        int pop3,
        int smtp,
        String user,
        String password,
        String mail,
        @Nullable String until,
        @Nullable String left,
        List<TalkLine> talk) {

    static DoorView of(Door door, ClientAddress peer, List<Event> talk, Localizer words) {
        var row = peer.address().flatMap(own -> door.rows(own).stream().findFirst());
        return new DoorView(
                door.smtpPort() > 0,
                peer.address().map(InetAddress::getHostAddress).orElse("?"),
                door.pop3Port(),
                door.smtpPort(),
                Door.USER,
                Door.PASSWORD,
                Door.USER + "@" + Door.HOST,
                row.map(listed -> Times.ofDay(words.language(), listed.until())).orElse(null),
                row.filter(listed -> listed.live())
                        .map(listed -> Times.span(words.language(), listed.left()))
                        .orElse(null),
                TalkLine.of(talk, words));
    }
}
