package popbeforesmtp.sandbox.press;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Whom the practice letter is for. */
public enum Recipients {
    /** taro, whose mailbox is at another host. */
    TARO,
    /** hanako at the sending host itself. */
    HANAKO,
    /** Both, taro first. */
    BOTH,
    /** Nobody: hanako's name misspelt, at the sending host itself. */
    NOBODY;

    private static final String TARO_ADDRESS = "taro@friend.example";

    /** The name in links and forms. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The addresses, in the order of their RCPT commands.
     *
     * @param outgoing the host that is asked to send
     */
    public List<String> addresses(String outgoing) {
        String hanako = Person.HANAKO.address(outgoing);
        return switch (this) {
            case TARO -> List.of(TARO_ADDRESS);
            case HANAKO -> List.of(hanako);
            case BOTH -> List.of(TARO_ADDRESS, hanako);
            case NOBODY -> List.of("hanaco@" + outgoing);
        };
    }

    /** The choice of that name, or nothing. */
    public static Optional<Recipients> of(String id) {
        return Arrays.stream(values()).filter(choice -> choice.id().equals(id)).findFirst();
    }
}
