package popbeforesmtp.sandbox.console;

/**
 * A line that the learner has open by hand.
 *
 * @param server the name that was called
 * @param port the port that was called
 * @param inMail whether what is typed now is the mail itself
 */
public record OpenLine(String server, int port, boolean inMail) {}
