package popbeforesmtp.mailserver.smtp;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** A point in time as mail headers write it (RFC 5322, 3.3), in Japan. */
final class MailDate {

    private static final ZoneOffset JAPAN = ZoneOffset.ofHours(9);
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
    private static final List<String> MONTHS =
            List.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

    private MailDate() {}

    /** {@code Mon, 02 Apr 2007 14:00:00 +0900}. */
    static String of(Instant instant) {
        LocalDateTime time = LocalDateTime.ofInstant(instant, JAPAN);
        StringBuilder date = new StringBuilder(31);
        date.append(DAYS.get(time.getDayOfWeek().getValue() - 1)).append(", ");
        twoDigits(date, time.getDayOfMonth());
        date.append(' ').append(MONTHS.get(time.getMonthValue() - 1));
        date.append(' ').append(time.getYear()).append(' ');
        twoDigits(date, time.getHour());
        date.append(':');
        twoDigits(date, time.getMinute());
        date.append(':');
        twoDigits(date, time.getSecond());
        return date.append(" +0900").toString();
    }

    private static void twoDigits(StringBuilder date, int number) {
        date.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }
}
