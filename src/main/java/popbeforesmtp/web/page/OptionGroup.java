package popbeforesmtp.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A question with a few answers, shown as a group of radio buttons.
 *
 * @param name the name in the form; {@code choice.<name>} is the question
 * @param items the answers
 */
public record OptionGroup(String name, List<Item> items) {

    /**
     * An answer.
     *
     * @param value the value in the form
     * @param words the key of its words
     * @param chosen whether it is the one that counts now
     */
    public record Item(String value, String words, boolean chosen) {}

    /** The beginning of the keys of the words of the answers to a setting: both ways lead to companies. */
    public static String words(String setting) {
        return setting.equals("incoming") || setting.equals("outgoing") ? "host." : setting + ".";
    }

    /**
     * A group whose words have keys that begin alike.
     *
     * @param words the beginning of the keys; a value follows
     * @param values in the order in which they are shown
     * @param now the value that counts now
     */
    public static OptionGroup of(String name, String words, List<String> values, String now) {
        return of(name, words, values.stream(), now);
    }

    /** The same, of a stream of values. */
    public static OptionGroup of(String name, String words, Stream<String> values, String now) {
        List<Item> items = new ArrayList<>();
        values.forEach(value -> items.add(new Item(value, words + value, value.equals(now))));
        return new OptionGroup(name, items);
    }
}
