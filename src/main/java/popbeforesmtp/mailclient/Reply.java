package popbeforesmtp.mailclient;

import java.util.List;

/**
 * A server's reply, all its lines.
 *
 * @param lines without line ends, at least one
 */
public record Reply(List<String> lines) {

    /** Keeps the lines as they are now. */
    public Reply {
        lines = List.copyOf(lines);
    }

    /** The last line, the one that counts in SMTP. */
    public String line() {
        return lines.get(lines.size() - 1);
    }

    /** The first word: {@code 250}, {@code +OK}. */
    public String code() {
        String line = line();
        int end = line.indexOf(' ');
        return end < 0 ? line : line.substring(0, end);
    }

    /** Whether the server agreed: {@code +OK}, 2xx or 3xx. */
    public boolean isPositive() {
        return switch (line().isEmpty() ? ' ' : line().charAt(0)) {
            case '+', '2', '3' -> true;
            default -> false;
        };
    }

    /**
     * Whether the server cannot serve anybody just now: {@code 421} (RFC 5321, 3.8) or {@code -ERR [SYS/TEMP]} (RFC 3206, 4).
     */
    public boolean isFailureOfTheServer() {
        return line().startsWith("421") || line().startsWith("-ERR [SYS/TEMP]");
    }
}
