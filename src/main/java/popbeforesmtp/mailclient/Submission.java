package popbeforesmtp.mailclient;

import java.util.List;

/**
 * What sending led to.
 *
 * @param ending how it ended; {@link Ending.Refused} only if no recipient was taken, or the mail itself was not
 * @param recipients what the server said of each recipient, in their order; empty if it did not come to that
 */
public record Submission(Ending ending, List<RecipientReply> recipients) {

    /** What the server said of one recipient. */
    public record RecipientReply(String recipient, Reply reply) {}
}
