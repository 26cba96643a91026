package popbeforesmtp.web.bench;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.lesson.dialogue.DialogueExplainer;
import popbeforesmtp.lesson.dialogue.Meaning;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;

/**
 * One item of the dialogue on the page.
 *
 * @param kind {@code session}, {@code line}, {@code letter}, {@code network} or {@code secured}
 * @param from who says it, {@code client server network both}; at a heading what is spoken, {@code pop3 smtp}
 * @param wire the exact line; at a letter its beginning; at a heading the practice time
 * @param means what it means, HTML
 * @param verdict whether it decided, and how
 * @param spied what somebody on the way makes of it
 * @param rest the other lines of a reply of several, folded away under the first
 */
public record TalkLine(
        String kind,
        String from,
        @Nullable String wire,
        String means,
        Verdict verdict,
        Spied spied,
        List<TalkLine> rest) {

    /**
     * What a line decided.
     *
     * @param key whether it decided the press
     * @param accepted whether it was a yes, if it decided
     * @param turns the way on the map that changes with it, {@code in} or {@code out}; empty if none does
     */
    record Verdict(boolean key, boolean accepted, String turns) {

        static Verdict of(boolean key, boolean accepted) {
            return new Verdict(key, accepted, "");
        }

        static Verdict of(Event event, Deciding deciding) {
            return new Verdict(
                    event == deciding.main,
                    deciding.accepted,
                    event == deciding.in ? "in" : event == deciding.out ? "out" : "");
        }
    }

    /**
     * The events that decided a press, and how.
     *
     * @param main what decided the press
     * @param in what decided its receiving half
     * @param out what decided its sending half
     * @param accepted whether it succeeded
     */
    private record Deciding(
            @Nullable Event main,
            @Nullable Event in,
            @Nullable Event out,
            boolean accepted) {

        static final Deciding NOTHING = new Deciding(null, null, null, false);

        static Deciding of(Result result) {
            return new Deciding(
                    event(result.main()),
                    event(result.receiving()),
                    event(result.sending()),
                    result.outcome().filter(Outcome::succeeded).isPresent());
        }

        private static @Nullable Event event(Optional<ExchangeResult> half) {
            return half.flatMap(ExchangeResult::key)
                    .map(ExchangeResult.Key::event)
                    .orElse(null);
        }
    }

    /**
     * What somebody on the way makes of an item.
     *
     * @param sealed whether it went under TLS
     * @param sees what he sees in its place or understands of it, HTML; nothing if it is there to be read
     */
    record Spied(boolean sealed, @Nullable String sees) {

        static final Spied READABLE = new Spied(false, null);

        static Spied of(boolean sealed, Meaning meaning, Localizer words) {
            if (sealed) {
                return new Spied(
                        true,
                        meaning.octets().map(octets -> octets(octets, words)).orElse(null));
            }
            String secret = meaning.secret()
                    .map(said -> words.html(Message.of("spy.secret").with("secret", said)))
                    .orElse(null);
            return new Spied(false, meaning.event() instanceof Event.Letter ? words.html("spy.letter") : secret);
        }

        private static String octets(Event.SealedOctets octets, Localizer words) {
            return "<code>" + escaped(octets.beginning()) + " …</code> "
                    + words.html(Message.of("spy.sealed").with("octets", octets.octets()));
        }

        /** The same for the first line of a reply whose octets came with a later one. */
        Spied or(Spied later) {
            return later.sees == null ? this : later;
        }

        /** The same for what went together with what stands after it. */
        Spied together(Localizer words) {
            return sealed && sees == null ? new Spied(true, words.html("spy.together")) : this;
        }
    }

    /** One that nobody needs to spy on. */
    TalkLine(
            String kind,
            String from,
            @Nullable String wire,
            String means,
            boolean key,
            boolean accepted,
            List<TalkLine> rest) {
        this(kind, from, wire, means, Verdict.of(key, accepted), Spied.READABLE, rest);
    }

    /** Between the start of ISO-2022-JP's Chinese characters and what follows. */
    private static final String JIS_SHIFT = "\u001b$";

    public static List<TalkLine> of(WorldView view, Localizer words) {
        Deciding deciding = view.result().map(Deciding::of).orElse(Deciding.NOTHING);
        return folded(all(DialogueExplainer.of(view), deciding, words), words);
    }

    /** A dialogue in which nothing is known to have decided. */
    public static List<TalkLine> of(List<Event> talk, Localizer words) {
        return folded(unfolded(talk, words), words);
    }

    /** The same, each line by itself. */
    public static List<TalkLine> unfolded(List<Event> talk, Localizer words) {
        return all(DialogueExplainer.of(talk, Optional.empty()), Deciding.NOTHING, words);
    }

    private static List<TalkLine> all(List<Meaning> meanings, Deciding deciding, Localizer words) {
        List<TalkLine> lines = new ArrayList<>();
        meanings.forEach(meaning -> lines.add(of(meaning, deciding, words)));
        return lines;
    }

    /** Lines that a server says after another line of its own belong to the same reply. */
    private static List<TalkLine> folded(List<TalkLine> lines, Localizer words) {
        List<TalkLine> folded = new ArrayList<>();
        for (TalkLine line : lines) {
            int last = folded.size() - 1;
            if (last >= 0
                    && folded.get(last).isServers()
                    && line.isServers()
                    && !line.key()
                    && line.verdict.turns().isEmpty()) {
                folded.set(last, folded.get(last).with(line));
            } else {
                folded.add(line);
            }
        }
        folded.replaceAll(line -> line.isSealed() ? line.with(line.spied.together(words), line.rest) : line);
        return folded;
    }

    /** Whether it decided. */
    public boolean key() {
        return verdict.key();
    }

    /** Whether it went under TLS. */
    public boolean isSealed() {
        return spied.sealed;
    }

    /** Whether it is the heading of a session. */
    public boolean isHeading() {
        return kind.equals("session");
    }

    /**
     * The item of the list, HTML. A dialogue has dozens of lines, so they are not made by a template.
     *
     * @param words those of the reader
     */
    public String html(Localizer words) {
        return html(words, key() ? " id=\"decided\"" : "");
    }

    /** The same on a page that has several dialogues: there the deciding line has no name. */
    public String among(Localizer words) {
        return html(words, "");
    }

    private String html(Localizer words, String name) {
        if (isHeading()) {
            return "<li data-session=\"" + from + "\"><span>" + means + "</span> <time>" + escaped(wire)
                    + "</time></li>\n";
        }
        return "<li" + name + mark() + " data-from=\"" + from + "\">" + spoken(words) + more(words) + "</li>\n";
    }

    private String mark() {
        String decided = !key() ? "" : verdict.accepted() ? "key good" : "key";
        String all = (decided + (spied.sealed ? " sealed" : "")).strip();
        return (all.isEmpty() ? "" : " class=\"" + all + "\"")
                + (verdict.turns().isEmpty() ? "" : " data-turns=\"" + verdict.turns() + "\"");
    }

    /** What is said in it, HTML. */
    public String spoken(Localizer words) {
        String said = kind.equals("letter")
                ? "<details class=\"letter\"><summary>" + escaped(words.plain("dialogue.letter"))
                        + "</summary><pre lang=\"ja\">" + escaped(wire) + "</pre></details>"
                : "<code lang=\"en\">" + escaped(wire) + "</code>";
        String flag = key() ? "<span class=\"flag\">" + escaped(words.plain("key")) + "</span>" : "";
        return "<span class=\"who\">" + escaped(words.plain("who." + from)) + "</span>" + said
                + "<span class=\"means\">" + flag + means + "</span>"
                + (spied.sees == null ? "" : "<span class=\"spy\">" + spied.sees + "</span>");
    }

    /** The other lines of the reply, folded away. */
    private String more(Localizer words) {
        if (rest.isEmpty()) {
            return "";
        }
        StringBuilder lines = new StringBuilder();
        rest.forEach(line -> lines.append(line.html(words)));
        return "<details><summary>" + escaped(words.folded(rest.size())) + "</summary><ol>" + lines + "</ol></details>";
    }

    private static String escaped(@Nullable String text) {
        return text == null ? "" : Localizer.escaped(text);
    }

    private boolean isServers() {
        return kind.equals("line") && from.equals("server");
    }

    private TalkLine with(TalkLine next) {
        List<TalkLine> more = new ArrayList<>(rest);
        more.add(next.with(new Spied(next.spied.sealed, null), next.rest));
        return with(spied.or(next.spied), more);
    }

    private TalkLine with(Spied other, List<TalkLine> more) {
        return new TalkLine(kind, from, wire, means, verdict, other, more);
    }

    private static TalkLine of(Meaning meaning, Deciding deciding, Localizer words) {
        Event event = meaning.event();
        String means = words.html(meaning.telling());
        Verdict verdict = Verdict.of(event, deciding);
        if (event instanceof Event.SessionOpened opened) {
            return new TalkLine(
                    "session",
                    opened.protocol().name().toLowerCase(Locale.ROOT),
                    words.full(opened.at()),
                    means,
                    false,
                    false,
                    List.of());
        }
        if (event instanceof Event.Said said) {
            return new TalkLine(
                    "line",
                    from(said.speaker()),
                    decoded(said.line()),
                    means,
                    verdict,
                    Spied.of(said.sealed(), meaning, words),
                    List.of());
        }
        if (event instanceof Event.Letter letter) {
            return new TalkLine(
                    "letter",
                    from(letter.speaker()),
                    decoded(letter.beginning()),
                    means,
                    verdict,
                    Spied.of(letter.sealed(), meaning, words),
                    List.of());
        }
        if (event instanceof Event.Secured) {
            return new TalkLine("secured", "both", "TLS", means, false, false, List.of());
        }
        if (event instanceof Event.CallFailed failed) {
            return new TalkLine(
                    "network",
                    "network",
                    failed.dialled() + ":" + failed.port(),
                    means,
                    verdict,
                    Spied.READABLE,
                    List.of());
        }
        if (event instanceof Event.Kept || event instanceof Event.Waited || event instanceof Event.Logged) {
            return new TalkLine("network", "keeper", words.brief(event.at()), means, false, false, List.of());
        }
        throw new IllegalStateException("no line for " + event);
    }

    private static String from(Speaker speaker) {
        return speaker == Speaker.CLIENT ? "client" : "server";
    }

    /** Octets as text: the charset of old Japanese mail if it is that, else UTF-8 if it is that, else as they came. */
    static String decoded(String octets) {
        if (octets.chars().allMatch(TalkLine::isPlain)) {
            return octets;
        }
        byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
        if (octets.contains(JIS_SHIFT) && Charset.isSupported("ISO-2022-JP")) {
            return new String(bytes, Charset.forName("ISO-2022-JP"));
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return octets;
        }
    }

    /** Whether it means the same in every charset. */
    private static boolean isPlain(int octet) {
        return octet != JIS_SHIFT.charAt(0) && octet < 0x80;
    }
}
