package popbeforesmtp.lesson.prose;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * Reads texts, and keeps every link with its place until all that links can lead to has been read. Used by one thread.
 */
public final class ProseParser {

    private static final Pattern READING =
            Pattern.compile("\\{[^{}|]+\\|\\|?[^{}|]+\\}|\\{(?:reply[1-9]|until|left|waited|time)\\}");
    /** What opens and closes a reading is no punctuation to Markdown while it reads, or no word with one could be bold. */
    private static final char OPENS = '\uE000';

    private static final char CLOSES = '\uE001';
    private static final Pattern MARKED_UP = Pattern.compile("[\\[\\]*_`<\\\\&\\n]");
    private static final Parser BLOCKS = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();
    private static final Parser LINE =
            Parser.builder().enabledBlockTypes(Set.of()).build();

    private final List<Reference> references = new ArrayList<>();

    /** All links of what was read, in their order. */
    public List<Reference> references() {
        return List.copyOf(references);
    }

    /** Reads a text without blocks. */
    Prose line(YamlNode outline) {
        String text = outline.text();
        if (text.isBlank()) {
            throw outline.bad("a text is expected here");
        }
        Node document = MARKED_UP.matcher(text).find() ? LINE.parse(hidden(text)) : plain(text);
        new Check(outline).of(document);
        return new Prose(document, true, List.of());
    }

    /**
     * Reads paragraphs.
     *
     * @param text with its lines where they are in the file
     * @param claims the claims that are to be marked in it, each exactly once
     */
    public Prose blocks(String file, String text, Set<String> claims) {
        Node document = BLOCKS.parse(hidden(text));
        Check check = new Check(file, claims);
        check.of(document);
        claims.stream()
                .filter(claim -> !check.passages.contains(claim))
                .findFirst()
                .ifPresent(claim -> {
                    throw new BadContent(file, 1, "claim '" + claim + "' is not marked: [...](claim:" + claim + ")");
                });
        return new Prose(document, false, List.copyOf(check.passages));
    }

    private static String hidden(String text) {
        return text.replace('{', OPENS).replace('}', CLOSES);
    }

    private static String shown(String text) {
        return text.replace(OPENS, '{').replace(CLOSES, '}');
    }

    private static Node plain(String text) {
        Document document = new Document();
        Paragraph paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }

    /** Looks at one text. */
    private final class Check extends AbstractVisitor {

        private final String file;
        private final int firstLine;
        private final Set<String> claims;
        private final Set<String> passages = new LinkedHashSet<>();

        Check(YamlNode outline) {
            this.file = outline.file();
            this.firstLine = outline.line();
            this.claims = Set.of();
        }

        Check(String file, Set<String> claims) {
            this.file = file;
            this.firstLine = 1;
            this.claims = claims;
        }

        void of(Node document) {
            document.accept(this);
        }

        @Override
        public void visit(Text text) {
            text.setLiteral(shown(text.getLiteral()));
            String rest = READING.matcher(text.getLiteral()).replaceAll("");
            if (rest.indexOf('{') >= 0 || rest.indexOf('}') >= 0) {
                throw bad(text, "a reading is written {漢字|かんじ}: '" + text.getLiteral() + "'");
            }
            if (rest.contains("**")) {
                throw bad(
                        text,
                        "bold words begin and end with **, full stops and brackets outside: '" + text.getLiteral()
                                + "'");
            }
        }

        @Override
        public void visit(Code code) {
            code.setLiteral(shown(code.getLiteral()));
        }

        @Override
        public void visit(HtmlInline html) {
            html.setLiteral(shown(html.getLiteral()));
        }

        @Override
        public void visit(HtmlBlock html) {
            html.setLiteral(shown(html.getLiteral()));
        }

        @Override
        public void visit(FencedCodeBlock code) {
            code.setLiteral(shown(code.getLiteral()));
        }

        @Override
        public void visit(IndentedCodeBlock code) {
            code.setLiteral(shown(code.getLiteral()));
        }

        @Override
        public void visit(Link link) {
            Reference reference = Reference.of(link.getDestination(), file, line(link))
                    .orElseThrow(() -> bad(
                            link,
                            "a link is written [text](word:id), claim:, case: or page:/path, not '"
                                    + link.getDestination() + "'"));
            if (reference.scheme() == Reference.Scheme.CLAIM
                    && claims.contains(reference.target())
                    && !passages.add(reference.target())) {
                throw bad(link, "doubled claim '" + reference.target() + "'");
            }
            references.add(reference);
            visitChildren(link);
        }

        @Override
        public void visit(Image image) {
            throw bad(image, "there are no pictures in texts");
        }

        private BadContent bad(Node node, String fault) {
            return new BadContent(file, line(node), fault);
        }

        private int line(Node node) {
            return node.getSourceSpans().isEmpty()
                    ? firstLine
                    : node.getSourceSpans().get(0).getLineIndex() + 1;
        }
    }
}
