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
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;

/**
 * One item of the dialogue on the page.
 *
 * @param kind {@code session}, {@code line}, {@code letter} or {@code network}
 * @param from who says it, {@code client server network}; at a heading what is spoken, {@code pop3 smtp}
 * @param wire the exact line; at a letter its beginning; at a heading the practice time
 * @param means what it means, HTML
 * @param key whether it decided
 * @param accepted whether it was a yes, if it decided
 * @param rest the other lines of a reply of several, folded away under the first
 */
public record TalkLine(
        String kind,
        String from,
        @Nullable String wire,
        String means,
        boolean key,
        boolean accepted,
        List<TalkLine> rest) {

    /** Between the start of ISO-2022-JP's Chinese characters and what follows. */
    private static final String JIS_SHIFT = "\u001b$";

    public static List<TalkLine> of(WorldView view, Localizer words) {
        List<TalkLine> lines = new ArrayList<>();
        for (Meaning meaning : DialogueExplainer.of(view)) {
            lines.add(of(meaning.event(), words.html(meaning.telling()), view.result(), words));
        }
        return folded(lines);
    }

    /** A dialogue in which nothing is known to have decided. */
    public static List<TalkLine> of(List<Event> talk, Localizer words) {
        return folded(unfolded(talk, words));
    }

    /** The same, each line by itself. */
    public static List<TalkLine> unfolded(List<Event> talk, Localizer words) {
        List<TalkLine> lines = new ArrayList<>();
        for (Meaning meaning : DialogueExplainer.of(talk, Optional.empty())) {
            lines.add(of(meaning.event(), words.html(meaning.telling()), Optional.empty(), words));
        }
        return lines;
    }

    /** Lines that a server says after another line of its own belong to the same reply. */
    private static List<TalkLine> folded(List<TalkLine> lines) {
        List<TalkLine> folded = new ArrayList<>();
        for (TalkLine line : lines) {
            int last = folded.size() - 1;
            if (last >= 0 && folded.get(last).isServers() && line.isServers() && !line.key) {
                folded.set(last, folded.get(last).with(line));
            } else {
                folded.add(line);
            }
        }
        return folded;
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
        if (isHeading()) {
            return "<li data-session=\"" + from + "\"><span>" + means + "</span> <time>" + escaped(wire)
                    + "</time></li>\n";
        }
        String mark = key ? " id=\"decided\" class=\"key" + (accepted ? " good\"" : "\"") : "";
        return "<li" + mark + " data-from=\"" + from + "\">" + spoken(words) + more(words) + "</li>\n";
    }

    /** What is said in it, HTML. */
    public String spoken(Localizer words) {
        String said = kind.equals("letter")
                ? "<details class=\"letter\"><summary>" + escaped(words.plain("dialogue.letter"))
                        + "</summary><pre lang=\"ja\">" + escaped(wire) + "</pre></details>"
                : "<code lang=\"en\">" + escaped(wire) + "</code>";
        String flag = key ? "<span class=\"flag\">" + escaped(words.plain("key")) + "</span>" : "";
        return "<span class=\"who\">" + escaped(words.plain("who." + from)) + "</span>" + said
                + "<span class=\"means\">" + flag + means + "</span>";
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
        more.add(next);
        return new TalkLine(kind, from, wire, means, key, accepted, more);
    }

    private static TalkLine of(Event event, String means, Optional<Result> result, Localizer words) {
        boolean key = result.flatMap(Result::key)
                .filter(decided -> decided.event() == event)
                .isPresent();
        boolean accepted = result.flatMap(Result::outcome)
                .filter(outcome -> outcome.succeeded())
                .isPresent();
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
            return new TalkLine("line", from(said.speaker()), decoded(said.line()), means, key, accepted, List.of());
        }
        if (event instanceof Event.Letter letter) {
            return new TalkLine(
                    "letter", from(letter.speaker()), decoded(letter.beginning()), means, key, accepted, List.of());
        }
        if (event instanceof Event.CallFailed failed) {
            return new TalkLine(
                    "network", "network", failed.dialled() + ":" + failed.port(), means, key, accepted, List.of());
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
}
