package popbeforesmtp.mailclient;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The picture postcards that can be sent in a round of a class: drawn ones, so that nobody can write to another. */
public enum Postcard {
    /** Cherry blossoms. */
    SAKURA("桜"),
    /** Mount Fuji. */
    FUJI("富士山"),
    /** A cat. */
    CAT("猫"),
    /** A train. */
    TRAIN("電車"),
    /** A cup of tea. */
    TEA("お茶"),
    /** A boat. */
    BOAT("舟"),
    /** The moon. */
    MOON("月"),
    /** A wind chime. */
    CHIME("風鈴");

    /** The header that says which picture it is. */
    public static final String HEADER = "X-Postcard: ";

    private final String picture;

    Postcard(String picture) {
        this.picture = picture;
    }

    /** The name in forms, the journal and the mail: {@code sakura}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of that name, or nothing. */
    public static Optional<Postcard> of(String id) {
        return Arrays.stream(values()).filter(card -> card.id().equals(id)).findFirst();
    }

    /** The one that a mail is, by its header; nothing if it is none. */
    public static Optional<Postcard> of(List<String> header) {
        return header.stream()
                .filter(line -> line.startsWith(HEADER))
                .findFirst()
                .flatMap(line -> of(line.substring(HEADER.length()).strip()));
    }

    String subject() {
        return "はがき：" + picture;
    }

    List<String> body() {
        return List.of(picture + "の絵のはがきです。", "(A picture postcard.)");
    }
}
