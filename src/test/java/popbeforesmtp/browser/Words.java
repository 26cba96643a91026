package popbeforesmtp.browser;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import popbeforesmtp.lesson.experiment.StepExpectation;
import popbeforesmtp.lesson.source.ResourceRoot;

/** The Japanese words of the screen, as parts that must be found on it whatever readings are shown between them. */
final class Words {

    private final Properties texts = new Properties();

    private Words() {}

    static Words load() {
        Words words = new Words();
        try {
            words.texts.load(new StringReader(ResourceRoot.packed().text("content/ja/messages.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    /** What must be read where this is told: its sentences without what is filled in, and the promised values. */
    List<String> parts(StepExpectation.Explanation told) {
        List<String> parts = new ArrayList<>(parts(told.key()));
        told.values().forEach((name, value) -> parts.add(name.equals("time") ? time(LocalTime.parse(value)) : value));
        return parts;
    }

    List<String> parts(String key) {
        String text = texts.getProperty(key);
        if (text == null) {
            throw new AssertionError("no text " + key);
        }
        return Arrays.stream(text.split("\\{[^}]*}|。"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A practice time, {@code 2時05分}; seconds whenever they are not 00. */
    static String time(Instant instant) {
        return time(LocalTime.ofInstant(instant, ZoneOffset.ofHours(9)));
    }

    private static String time(LocalTime time) {
        String seconds = time.getSecond() == 0 ? "" : String.format(Locale.ROOT, "%02d秒", time.getSecond());
        return String.format(Locale.ROOT, "%d時%02d分", time.getHour() % 12, time.getMinute()) + seconds;
    }
}
