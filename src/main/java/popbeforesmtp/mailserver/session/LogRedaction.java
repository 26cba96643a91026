package popbeforesmtp.mailserver.session;

import popbeforesmtp.mailserver.mailbox.Letter;

/** How much of what callers say is kept in the log. Implementations hold no state and serve any number of threads. */
public interface LogRedaction {
    /** Everything, bounded: in practice all is dummy, and the point is to see it. */
    LogRedaction NONE = new LogRedaction() {
        @Override
        public String line(String line) {
            return line.length() <= MOST_OF_A_LINE ? line : line.substring(0, MOST_OF_A_LINE);
        }

        @Override
        public String beginning(Letter letter) {
            return letter.beginning(MOST_OF_A_LETTER);
        }
    };

    /** How many characters of a line are kept at the most. */
    int MOST_OF_A_LINE = 500;

    /** How many octets of a letter are kept at the most. */
    int MOST_OF_A_LETTER = 2_000;

    /** What is kept of a line that a caller has said. */
    String line(String line);

    /** What is kept of a letter besides its size. */
    String beginning(Letter letter);
}
