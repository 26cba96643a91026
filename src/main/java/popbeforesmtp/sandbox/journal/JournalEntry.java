package popbeforesmtp.sandbox.journal;

import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Press;

/**
 * A press, whose it was, and what was observed when it was done.
 *
 * @param seat the seat
 * @param press the press; {@link Press.LineCut} where an open line was observed to end by itself
 * @param digest the fingerprint of what it led to; empty until it was played once
 */
public record JournalEntry(SeatId seat, Press press, String digest) {

    /** One that was never played. */
    public static JournalEntry unplayed(SeatId seat, Press press) {
        return new JournalEntry(seat, press, "");
    }

    /** The same with what was observed. */
    public JournalEntry observed(String fingerprint) {
        return new JournalEntry(seat, press, fingerprint);
    }
}
