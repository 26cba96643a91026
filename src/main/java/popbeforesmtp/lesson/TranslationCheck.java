package popbeforesmtp.lesson;

import java.util.List;
import java.util.Map;
import java.util.Set;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * Two files that say the same in two languages: the same words, and lists of the same length.
 *
 * @param same the words whose values must be the same, too
 */
record TranslationCheck(Set<String> same) {

    /**
     * Compares two parts.
     *
     * @throws BadContent at the second, where it is different
     */
    void check(YamlNode first, YamlNode second) {
        if (first.isText() != second.isText() || first.isList() != second.isList()) {
            throw second.bad("the form is not that of " + place(first));
        }
        if (first.isList()) {
            checkItems(first, second);
        } else if (!first.isText()) {
            checkEntries(first, second);
        }
    }

    private void checkItems(YamlNode first, YamlNode second) {
        List<YamlNode> items = first.items();
        List<YamlNode> others = second.items();
        if (items.size() != others.size()) {
            throw second.bad("the list is not as long as that of " + place(first));
        }
        for (int i = 0; i < items.size(); i++) {
            check(items.get(i), others.get(i));
        }
    }

    private void checkEntries(YamlNode first, YamlNode second) {
        Map<String, YamlNode> others = second.entries();
        first.entries().forEach((word, value) -> {
            YamlNode other = second.required(others, word);
            check(value, other);
            if (same.contains(word) && !bare(value).equals(bare(other))) {
                throw other.bad("'" + word + "' is not that of " + place(value));
            }
        });
        others.forEach((word, other) -> {
            if (!first.entries().containsKey(word)) {
                throw other.bad("'" + word + "' is missing in " + place(first));
            }
        });
    }

    private static Object bare(YamlNode outline) {
        return outline.isList()
                ? outline.items().stream().map(TranslationCheck::bare).toList()
                : outline.text();
    }

    private static String place(YamlNode outline) {
        return outline.file() + ":" + outline.line();
    }
}
