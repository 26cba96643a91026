package popbeforesmtp.gate;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What qpopper writes into the log when somebody has logged in, or what looks like it. */
final class LogInLine {

    private static final Pattern FORM =
            Pattern.compile("POP login by user \"[^\"]+\" at \\([^)]*\\) (\\d+)\\.(\\d+)\\.(\\d+)\\.(\\d+)");
    private static final int DIGITS = 3;
    private static final int HIGHEST = 255;

    private LogInLine() {}

    /** The address that is told of somewhere in a text. */
    static Optional<InetAddress> address(String text) {
        Matcher found = FORM.matcher(text);
        return found.find() ? address(found) : Optional.empty();
    }

    private static Optional<InetAddress> address(Matcher found) {
        byte[] octets = new byte[Integer.BYTES];
        for (int i = 0; i < octets.length; i++) {
            String digits = found.group(i + 1);
            int part = digits.length() > DIGITS ? HIGHEST + 1 : Integer.parseInt(digits);
            if (part > HIGHEST) {
                return Optional.empty();
            }
            octets[i] = (byte) part;
        }
        try {
            return Optional.of(InetAddress.getByAddress(octets));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four octets are an address", e);
        }
    }
}
