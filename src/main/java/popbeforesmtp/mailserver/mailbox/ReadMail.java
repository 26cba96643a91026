package popbeforesmtp.mailserver.mailbox;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.jspecify.annotations.Nullable;

/**
 * A mail as somebody who looks into the mailbox sees it. Whatever the octets were, there is something to see;
 * everything in it was written by strangers.
 *
 * @param header the header lines from the top, unfolded, otherwise as they are; bounded
 * @param from the decoded From, empty if there is none
 * @param to the decoded To, empty if there is none
 * @param subject the decoded Subject, empty if there is none
 * @param text the decoded text, LF between its lines; bounded, empty if there is none
 * @param octets the size as LIST tells it
 */
public record ReadMail(List<String> header, String from, String to, String subject, String text, int octets) {

    private static final int MOST_TEXT = 20_000;
    private static final int MOST_HEADERS = 100;
    private static final int MOST_HEADER_OCTETS = 1 << 16;

    /** Decoding a thousand little encoded words takes seconds. */
    private static final int MOST_ENCODED = 1_000;

    private static final int DEEPEST = 4;
    private static final int MOST_PARTS = 10;

    static {
        // Else Jakarta Mail looks into every jar for it, at every encoded word: a millisecond each time.
        String provider = "jakarta.mail.util.StreamProvider";
        if (System.getProperty(provider) == null) {
            System.setProperty(provider, MailStreamProvider.class.getName());
        }
    }

    /** What is to be seen of a letter. */
    public static ReadMail of(Letter letter) {
        byte[] octets = letter.toBytes();
        List<String> header = header(octets, 0, octets.length);
        return new ReadMail(
                header,
                field(header, "from"),
                field(header, "to"),
                field(header, "subject"),
                text(octets),
                octets.length);
    }

    private static List<String> header(byte[] octets, int start, int end) {
        List<StringBuilder> lines = new ArrayList<>();
        int from = start;
        while (from < end && from - start < MOST_HEADER_OCTETS && lines.size() < MOST_HEADERS) {
            int next = lineEnd(octets, from, end);
            int last = withoutLineEnd(octets, from, next);
            String line = decoded(octets, from, Math.min(last, from + MOST_TEXT), null);
            if (line.isEmpty()) {
                break;
            }
            boolean continues = line.charAt(0) == ' ' || line.charAt(0) == '\t';
            if (!continues) {
                lines.add(new StringBuilder(line));
            } else if (!lines.isEmpty() && lines.get(lines.size() - 1).length() < MOST_TEXT) {
                lines.get(lines.size() - 1).append(line);
            }
            from = next;
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }

    private static String field(List<String> header, String name) {
        for (String line : header) {
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals(name)) {
                String value = line.substring(colon + 1).strip();
                try {
                    int most = Math.min(value.length(), MOST_ENCODED);
                    return MimeUtility.decodeText(value.substring(0, most)) + value.substring(most);
                } catch (UnsupportedEncodingException e) {
                    return value;
                }
            }
        }
        return "";
    }

    private static String text(byte[] octets) {
        try {
            return text(octets, 0, octets.length, 0);
        } catch (MessagingException | IOException | RuntimeException e) {
            return "";
        }
    }

    /**
     * The text of a mail or of a part of one. Jakarta Mail would read all parts before it gives the first, and takes a
     * minute for a hundred thousand; this reads once and stops.
     */
    private static String text(byte[] octets, int from, int end, int depth) throws MessagingException, IOException {
        List<String> header = header(octets, from, end);
        int body = bodyStart(octets, from, end);
        ContentType type = contentType(header);
        if (type.match("multipart/*")) {
            String boundary = type.getParameter("boundary");
            return boundary == null || boundary.isEmpty() || depth == DEEPEST
                    ? ""
                    : firstText(octets, body, end, "--" + boundary, depth + 1);
        }
        if (depth > 0 && !type.match("text/*")) {
            return "";
        }
        String encoding = field(header, "content-transfer-encoding");
        InputStream encoded = new ByteArrayInputStream(octets, body, end - body);
        try (InputStream in = encoding.isEmpty() ? encoded : MimeUtility.decode(encoded, encoding)) {
            byte[] text = in.readNBytes(MOST_TEXT);
            return decoded(text, 0, text.length, charset(type)).replace("\r\n", "\n");
        }
    }

    /** The text of the first part that has one. */
    private static String firstText(byte[] octets, int from, int end, String delimiter, int depth)
            throws MessagingException, IOException {
        byte[] wanted = delimiter.getBytes(StandardCharsets.ISO_8859_1);
        int part = -1;
        int parts = 0;
        for (int line = from; line < end && parts < MOST_PARTS; line = lineEnd(octets, line, end)) {
            if (!startsWith(octets, line, end, wanted)) {
                continue;
            }
            String text = part < 0 ? "" : text(octets, part, withoutLineEnd(octets, part, line), depth);
            if (!text.isEmpty()) {
                return text;
            }
            part = lineEnd(octets, line, end);
            parts++;
        }
        return part < 0 || parts == MOST_PARTS ? "" : text(octets, part, end, depth);
    }

    private static boolean startsWith(byte[] octets, int from, int end, byte[] wanted) {
        int to = from + wanted.length;
        return to <= end && Arrays.equals(octets, from, to, wanted, 0, wanted.length);
    }

    /** The start of the next line. */
    private static int lineEnd(byte[] octets, int from, int end) {
        int at = from;
        while (at < end && octets[at] != '\n') {
            at++;
        }
        return Math.min(at + 1, end);
    }

    /** The line end before a delimiter belongs to the delimiter (RFC 2046, 5.1.1). */
    private static int withoutLineEnd(byte[] octets, int from, int end) {
        int last = end > from && octets[end - 1] == '\n' ? end - 1 : end;
        return last > from && octets[last - 1] == '\r' ? last - 1 : last;
    }

    private static int bodyStart(byte[] octets, int from, int end) {
        int line = from;
        while (line < end) {
            int next = lineEnd(octets, line, end);
            if (withoutLineEnd(octets, line, next) == line) {
                return next;
            }
            line = next;
        }
        return end;
    }

    private static ContentType contentType(List<String> header) {
        String value = field(header, "content-type");
        try {
            return new ContentType(value.isEmpty() ? "text/plain" : value);
        } catch (ParseException e) {
            return new ContentType("text", "plain", null);
        }
    }

    /** The text of octets: in the charset named, else UTF-8 if it is that, else ISO 8859-1. */
    private static String decoded(byte[] octets, int from, int end, @Nullable Charset charset) {
        if (charset != null && !charset.equals(StandardCharsets.US_ASCII)) {
            return new String(octets, from, end - from, charset);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(octets, from, end - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(octets, from, end - from, StandardCharsets.ISO_8859_1);
        }
    }

    private static @Nullable Charset charset(ContentType type) {
        try {
            String name = type.getParameter("charset");
            return name == null ? null : Charset.forName(MimeUtility.javaCharset(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }
}
