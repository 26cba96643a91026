package popbeforesmtp.mailserver.session;

/** Command words: letters of ASCII, upper and lower case are one (RFC 5321, 2.4; RFC 1939, 3). */
public final class Keyword {

    private static final int LONGEST = 10;

    private Keyword() {}

    /**
     * The word in capitals, letter by letter: {@code toUpperCase} would make PASS of pa and a sharp s.
     *
     * @return empty if it cannot be a command word
     */
    public static String of(String word) {
        if (word.length() > LONGEST) {
            return "";
        }
        char[] capitals = new char[word.length()];
        for (int i = 0; i < capitals.length; i++) {
            char letter = word.charAt(i);
            capitals[i] = letter >= 'a' && letter <= 'z' ? (char) (letter - 'a' + 'A') : letter;
        }
        return new String(capitals);
    }
}
