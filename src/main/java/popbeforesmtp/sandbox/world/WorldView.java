package popbeforesmtp.sandbox.world;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.console.OpenLine;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Person;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * A world as one seat sees it now: a snapshot, safe to read while the world goes on.
 *
 * @param step what a form must carry so that its press is executed once: {@code generation.length}, or {@link #UNMADE}
 * @param setUp how the world started
 * @param options what is chosen now
 * @param place where the learner sits
 * @param person who sits there
 * @param address the address that the sending port would show; nothing at the telephone without a line
 * @param now the practice time
 * @param presses how many presses the journal has after its start
 * @param result what the last press led to; nothing at the start
 * @param list the rows of the lists of the incoming and the outgoing host
 * @param talk the events of the latest dialogue, oldest first; empty before the first
 * @param talked what the press led to that caused that dialogue
 * @param friendMail what has arrived in taro's mailbox, oldest first
 * @param line the line that the learner has open by hand
 * @param canUndo whether there is something to undo
 */
public record WorldView(
        String step,
        SetUp setUp,
        Options options,
        Place place,
        Person person,
        Optional<InetAddress> address,
        Instant now,
        int presses,
        Optional<Result> result,
        List<Row> list,
        List<Event> talk,
        Optional<Result> talked,
        List<ArrivedMail> friendMail,
        Optional<OpenLine> line,
        boolean canUndo) {

    /** The step of a page that was shown before any world was made. */
    public static final String UNMADE = "0.0";

    /**
     * A row of a list.
     *
     * @param host whose list it is
     * @param address the address that is listed; never a name
     * @param until the last instant that is inside
     * @param live whether its time is not up
     * @param left what is left of it, zero when it has run out
     * @param key whether the last press was decided by this row
     */
    public record Row(String host, InetAddress address, Instant until, boolean live, Duration left, boolean key) {}
}
