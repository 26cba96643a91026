package popbeforesmtp.lesson.prose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Writes what is ours in a text: words with their readings, links by what they lead to, marked passages. */
final class ProseHtml implements NodeRenderer {

    private static final int FIRST_WIDE = 0x2E80;

    private final HtmlNodeRendererContext context;
    private final HtmlWriter html;
    private final boolean isLine;
    private final Set<String> passages;
    private final Links links;
    private final UnaryOperator<String> words;

    ProseHtml(
            HtmlNodeRendererContext context,
            boolean isLine,
            Set<String> passages,
            Links links,
            UnaryOperator<String> words) {
        this.context = context;
        this.html = context.getWriter();
        this.isLine = isLine;
        this.passages = passages;
        this.links = links;
        this.words = words;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return isLine
                ? Set.of(Text.class, Link.class, SoftLineBreak.class, Paragraph.class)
                : Set.of(Text.class, Link.class, SoftLineBreak.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Text text) {
            html.raw(words.apply(text.getLiteral()));
        } else if (node instanceof Link link) {
            open(link.getDestination());
            children(link);
            html.tag("/a");
        } else if (node instanceof SoftLineBreak) {
            html.raw(isBetweenWide(node) ? "" : "\n");
        } else {
            children(node);
        }
    }

    private void open(String destination) {
        Reference to = Reference.of(destination, "", 0).orElseThrow();
        String target = to.target();
        Map<String, String> attributes = new LinkedHashMap<>();
        switch (to.scheme()) {
            case CLAIM -> {
                boolean passage = passages.contains(target);
                attributes.put("class", passage ? links.isSeen(target) ? "claim seen" : "claim" : "to-claim");
                if (passage) {
                    attributes.put("id", target);
                }
                attributes.put("href", links.claim(target));
                if (passage && links.isChosen(target)) {
                    attributes.put("aria-current", "true");
                }
            }
            case WORD -> {
                attributes.put("class", "word");
                attributes.put("href", links.word(target));
            }
            case CASE -> {
                attributes.put("class", "case");
                attributes.put("href", links.experiment(target));
            }
            case PAGE -> attributes.put("href", links.page(target));
        }
        html.tag("a", attributes);
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }

    /** Japanese has no space where a line was broken. */
    private static boolean isBetweenWide(Node lineBreak) {
        return lineBreak.getPrevious() instanceof Text before
                && lineBreak.getNext() instanceof Text after
                && before.getLiteral().codePointBefore(before.getLiteral().length()) >= FIRST_WIDE
                && after.getLiteral().codePointAt(0) >= FIRST_WIDE;
    }
}
