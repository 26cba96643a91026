package popbeforesmtp.mailserver.smtp;

/**
 * What a caller calls itself with HELO or EHLO. RFC 5321, 4.1.1.1 wants a name or an address in brackets, but an old PC says what
 * its owner has called it, in whatever letters, and no server that wants its mail minds. Nothing depends on the name.
 */
public final class HelloName {

    private static final int LONGEST = 255;
    private static final String KEPT = "._:[]-";

    private HelloName() {}

    /** Whether it can be taken for a name: something that is not too long and has no tab in it. */
    static boolean isOne(String octets) {
        return !octets.isEmpty() && octets.length() <= LONGEST && octets.indexOf('\t') < 0;
    }

    /** Whether it is one word of letters, of whatever alphabet, or an address. */
    public static boolean isOneWord(String octets) {
        for (int i = 0; i < octets.length(); i++) {
            if (octets.charAt(i) <= '~' && !isPlain(octets.charAt(i))) {
                return false;
            }
        }
        return isOne(octets);
    }

    /**
     * The name where only a word of plain letters may stand: every other octet as {@code +XX} (xtext: RFC 3461, 4), so that it
     * can neither end a header line nor be taken for another part of it.
     *
     * @param octets as ISO 8859-1 characters
     */
    public static String escaped(String octets) {
        StringBuilder escaped = new StringBuilder(octets.length());
        for (int i = 0; i < octets.length(); i++) {
            char letter = octets.charAt(i);
            if (isPlain(letter)) {
                escaped.append(letter);
            } else {
                escaped.append(String.format("+%02X", letter & 0xFF));
            }
        }
        return escaped.toString();
    }

    private static boolean isPlain(char letter) {
        return (letter >= 'a' && letter <= 'z')
                || (letter >= 'A' && letter <= 'Z')
                || (letter >= '0' && letter <= '9')
                || KEPT.indexOf(letter) >= 0;
    }
}
