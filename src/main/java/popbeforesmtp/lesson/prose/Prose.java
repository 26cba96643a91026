package popbeforesmtp.lesson.prose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * A text for learners as a teacher wrote it: with readings, <code>{公民館|こうみんかん}</code>, and links, {@code
 * [text](word:smtp)}. It is a line of words, or whole paragraphs in CommonMark; HTML in it is shown and never done. Never
 * changes.
 */
public final class Prose {

    private static final Pattern READING = Pattern.compile("\\{([^{}|]+)\\|\\|?[^{}|]+\\}");

    private final Node document;
    private final boolean isLine;
    private final List<String> passages;

    Prose(Node document, boolean isLine, List<String> passages) {
        this.document = document;
        this.isLine = isLine;
        this.passages = List.copyOf(passages);
    }

    /**
     * The text as HTML: phrasing content for a line, blocks otherwise.
     *
     * @param links where its links lead to
     * @param words makes HTML of bare words with their readings; it must escape them
     */
    public String html(Links links, UnaryOperator<String> words) {
        return HtmlRenderer.builder()
                .escapeHtml(true)
                .nodeRendererFactory(context -> new ProseHtml(context, isLine, Set.copyOf(passages), links, words))
                .build()
                .render(document);
    }

    /** The bare words, without readings and links, a line a block: for titles, attributes and buttons. */
    public String plain() {
        StringBuilder words = new StringBuilder();
        document.accept(new PlainWords(words));
        return READING.matcher(words).replaceAll("$1").strip();
    }

    /** Its paragraphs, headings and lists one by one, each with the claims that are marked in it. */
    public List<Prose> blocks() {
        List<Prose> blocks = new ArrayList<>();
        for (Node block = document.getFirstChild(); block != null; block = block.getNext()) {
            blocks.add(new Prose(block, isLine, marked(block)));
        }
        return blocks;
    }

    private List<String> marked(Node block) {
        Set<String> led = new LinkedHashSet<>();
        block.accept(new AbstractVisitor() {
            @Override
            public void visit(Link link) {
                Reference.of(link.getDestination(), "", 0)
                        .filter(to -> to.scheme() == Reference.Scheme.CLAIM && passages.contains(to.target()))
                        .ifPresent(to -> led.add(to.target()));
            }
        });
        return List.copyOf(led);
    }

    /** Whether this is a heading. */
    public boolean isHeading() {
        return document instanceof Heading;
    }

    /** The claims that are marked in this text, in their order, {@code E6}; claims that it only links to are not. */
    public List<String> passages() {
        return passages;
    }

    /** The bare words, as {@link #plain}. */
    @Override
    public String toString() {
        return plain();
    }
}
