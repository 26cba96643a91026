package popbeforesmtp.lesson.source;

import java.util.List;

/**
 * A Markdown file that begins with YAML between two lines {@code ---}.
 *
 * @param head the words and values
 * @param body the text, every line of it where it is in the file
 */
public record FrontMatter(YamlNode head, String body) {

    private static final String FENCE = "---";

    public static FrontMatter of(String file, String text) {
        List<String> lines = text.lines().toList();
        int end = lines.isEmpty() ? -1 : lines.subList(1, lines.size()).indexOf(FENCE) + 1;
        if (end < 1 || !lines.get(0).equals(FENCE)) {
            throw new BadContent(file, 1, "the file begins with 'title: ...' and more between two lines ---");
        }
        String head = String.join("\n", lines.subList(0, end)) + "\n";
        String body = "\n".repeat(end + 1) + String.join("\n", lines.subList(end + 1, lines.size()));
        if (body.isBlank()) {
            throw new BadContent(file, end + 1, "there is no text");
        }
        return new FrontMatter(YamlNode.read(file, head), body);
    }
}
