package popbeforesmtp.web.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * Practice times and durations in words. Seconds are told whenever they are not 00, and the day from the second practice
 * day on. Neither the zone nor the locale of the JVM matters.
 */
public final class Times {

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(9);
    private static final LocalDate FIRST_DAY = LocalDate.of(2007, 4, 2);

    private Times() {}

    /** {@code 午後2時06分}, {@code 2:06 p.m.} */
    public static String full(Language language, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZONE);
        return language == Language.JA
                ? day(language, time) + (time.getHour() < 12 ? "午前" : "午後") + japanese(time)
                : day(language, time) + digits(time) + (time.getHour() < 12 ? " a.m." : " p.m.");
    }

    /** The same where there is little room: {@code 2時06分}. */
    public static String brief(Language language, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZONE);
        return language == Language.JA ? day(language, time) + japanese(time) : full(language, instant);
    }

    /** The time of a true day: {@code 午後2時06分}, {@code 2:06 p.m.} */
    public static String ofDay(Language language, Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZONE);
        return language == Language.JA
                ? (time.getHour() < 12 ? "午前" : "午後") + japanese(time)
                : digits(time) + (time.getHour() < 12 ? " a.m." : " p.m.");
    }

    /** As a postmark has it: {@code 2:06}. */
    public static String stamp(Instant instant) {
        return digits(LocalDateTime.ofInstant(instant, ZONE));
    }

    /** For machines: {@code 2007-04-02T14:06:00+09:00}. */
    public static String machine(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, ZONE);
        return time.toLocalDate() + "T" + two(time.getHour()) + ":" + two(time.getMinute()) + ":"
                + two(time.getSecond()) + "+09:00";
    }

    /** {@code 5分}, {@code 1分30秒}, {@code 30秒}. */
    public static String span(Language language, Duration duration) {
        long minutes = duration.toMinutes();
        int seconds = duration.toSecondsPart();
        String words = "";
        if (minutes > 0 || seconds == 0) {
            words = minutes + (language == Language.JA ? "分" : " min");
        }
        if (seconds > 0) {
            words += (language == Language.EN && !words.isEmpty() ? " " : "")
                    + seconds
                    + (language == Language.JA ? "秒" : " s");
        }
        return words;
    }

    /**
     * A day of history in words: {@code 1998年7月22日}, {@code 22 July 1998}.
     *
     * @param date year, year-month or day
     */
    static String date(Language language, String date) {
        String[] parts = date.split("-", -1);
        boolean japanese = language == Language.JA;
        String words = parts[0] + (japanese ? "年" : "");
        if (parts.length > 1) {
            Month month = Month.of(Integer.parseInt(parts[1]));
            words = japanese
                    ? words + month.getValue() + "月"
                    : month.getDisplayName(TextStyle.FULL, Locale.ENGLISH) + " " + words;
        }
        if (parts.length > 2) {
            int day = Integer.parseInt(parts[2]);
            words = japanese ? words + day + "日" : day + " " + words;
        }
        return words;
    }

    private static String day(Language language, LocalDateTime time) {
        long day = time.toLocalDate().toEpochDay() - FIRST_DAY.toEpochDay() + 1;
        if (day == 1) {
            return "";
        }
        return language == Language.JA ? day + "日目 " : "day " + day + ", ";
    }

    private static String japanese(LocalDateTime time) {
        return time.getHour() % 12 + "時" + two(time.getMinute()) + "分"
                + (time.getSecond() == 0 ? "" : two(time.getSecond()) + "秒");
    }

    private static String digits(LocalDateTime time) {
        int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        return hour + ":" + two(time.getMinute()) + (time.getSecond() == 0 ? "" : ":" + two(time.getSecond()));
    }

    /** In two digits: a page has dozens of times, and {@code String.format} reads its pattern anew for each. */
    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }
}
