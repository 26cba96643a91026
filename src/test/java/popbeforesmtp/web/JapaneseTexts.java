package popbeforesmtp.web;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import popbeforesmtp.lesson.Library;
import popbeforesmtp.lesson.PlainLinks;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.reading.Timeline;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.web.page.Furigana;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Messages;
import popbeforesmtp.web.page.Phrases;
import popbeforesmtp.web.page.Times;

/** Everything that the site can say in Japanese, as HTML by its place: with the readings
 * that are written in the texts, and bare, as names and headings are. */
final class JapaneseTexts {

    private static final Instant MIDNIGHT = Instant.parse("2007-04-01T15:00:00Z");
    private static final List<String> PLACES =
            List.of("centre", "next-seat", "home", "adsl", "phone", "next-caller", "stranger");
    private static final List<Integer> NUMBERS =
            List.of(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 15, 20, 30, 40, 50, 110, 587, 1_234);
    private static final Pattern VALUE = Pattern.compile("\\{\\w+\\}");

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, String> templates = new Messages(ResourceRoot.packed()).all(Language.JA);
    private final Localizer words;

    private JapaneseTexts(Furigana furigana) {
        this.words = new Localizer(new Phrases(templates), Language.JA, furigana);
    }

    static Map<String, String> all(Library library, Furigana furigana) {
        JapaneseTexts all = new JapaneseTexts(furigana);
        new TreeSet<>(all.templates.keySet()).forEach(all::message);
        all.collect("", library.in("ja"));
        all.times(library.in("ja").timeline());
        return all.texts;
    }

    private void message(String key) {
        if (!VALUE.matcher(templates.getOrDefault(key, "")).find()) {
            texts.put(key, words.html(key));
            texts.put(key + " (bare)", Localizer.escaped(words.plain(key)));
            return;
        }
        for (int number : NUMBERS) {
            Message telling = Message.of(key).with("place", PLACES.get(number % PLACES.size()));
            for (String name : List.of("n", "all", "accepted", "octets", "port", "code")) {
                telling = telling.with(name, number);
            }
            for (String name : List.of("time", "until")) {
                telling = telling.with(name, MIDNIGHT.plus(Duration.ofMinutes(67L * number % 10_000)));
            }
            texts.put(key + " (" + number + ")", words.html(telling.with("left", Duration.ofSeconds(61L * number))));
        }
    }

    private void times(Timeline timeline) {
        for (int minute = 0; minute < 24 * 60; minute += 59) {
            Instant time = MIDNIGHT.plus(Duration.ofMinutes(minute));
            texts.put(
                    "time " + minute, Times.full(Language.JA, time) + " " + words.face(time.plusSeconds(minute % 60)));
        }
        for (int day = 1; day < 7; day++) {
            texts.put("day " + day, Times.brief(Language.JA, MIDNIGHT.plus(Duration.ofDays(day))));
        }
        timeline.offers().forEach(offer -> {
            offer.start().ifPresent(date -> texts.put("start of " + offer.id(), words.date(date)));
            offer.end().ifPresent(date -> texts.put("end of " + offer.id(), words.date(date)));
        });
        timeline.closings()
                .forEach(closing ->
                        closing.date().ifPresent(date -> texts.put("date of " + closing.id(), words.date(date))));
    }

    /** Looks for texts in a record and all that it is made of. */
    private void collect(String where, Object part) {
        if (part instanceof Prose prose) {
            texts.put(where, words.prose(prose, new PlainLinks()));
            texts.put(where + " (bare)", Localizer.escaped(prose.plain()));
        } else if (part instanceof Collection<?> parts) {
            int number = 0;
            for (Object each : parts) {
                collect(where + "." + number++, each);
            }
        } else if (part instanceof Map<?, ?> parts) {
            parts.forEach((name, each) -> collect(where + "." + name, each));
        } else if (part instanceof Optional<?> some) {
            some.ifPresent(each -> collect(where, each));
        } else if (part instanceof Record whole && whole.getClass().getName().startsWith("popbeforesmtp.lesson")) {
            for (RecordComponent component : whole.getClass().getRecordComponents()) {
                collect(where + "." + component.getName(), value(whole, component));
            }
        }
    }

    private static Object value(Record whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("a record hides " + component.getName(), e);
        }
    }
}
