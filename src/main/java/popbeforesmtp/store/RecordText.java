package popbeforesmtp.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.journal.JournalEntry;
import popbeforesmtp.sandbox.journal.Progress;
import popbeforesmtp.sandbox.press.PressCodec;

/**
 * What is kept, as text: presses in the words of {@link PressCodec}, an entry or a note a line, its parts behind tabs. What a
 * database might not give back to the letter (a NUL, half a surrogate pair) is written by its number.
 */
final class RecordText {

    /** The form of these texts. A change that older programs could not read gets the next number. */
    static final int FORM = 1;

    private static final String LINE = "\n";
    private static final String PART = "\t";

    private RecordText() {}

    /** A journal, an entry a line. */
    static String of(Journal journal) {
        return String.join(
                LINE,
                journal.entries().stream()
                        .map(entry -> entry.seat().number() + PART + entry.digest() + PART + press(entry))
                        .toList());
    }

    /** The press of an entry. */
    static String press(JournalEntry entry) {
        return escaped(PressCodec.text(entry.press()));
    }

    /** A journal; nothing if it cannot be read. */
    static Optional<Journal> journal(String text) {
        List<JournalEntry> entries = new ArrayList<>();
        for (String line : text.split(LINE, 0)) {
            String[] parts = line.split(PART, -1);
            Optional<JournalEntry> entry = parts.length == 3 && parts[0].matches("[0-9]{1,9}")
                    ? entry(Integer.parseInt(parts[0]), parts[2], parts[1])
                    : Optional.empty();
            if (entry.isEmpty()) {
                return Optional.empty();
            }
            entries.add(entry.get());
        }
        return Optional.of(new Journal(entries));
    }

    /** An entry of its parts; nothing if it cannot be read. */
    static Optional<JournalEntry> entry(int seat, String press, String digest) {
        return PressCodec.press(plain(press)).map(read -> new JournalEntry(new SeatId(seat), read, digest));
    }

    /** Notes, one a line, sorted. */
    static String of(Progress progress) {
        return String.join(
                LINE,
                new TreeMap<>(progress.notes())
                        .entrySet().stream()
                                .map(note -> escaped(note.getKey()) + PART + escaped(note.getValue()))
                                .toList());
    }

    /** The notes of a text; lines that are none are left out. */
    static Progress progress(String text) {
        Map<String, String> notes = new HashMap<>();
        for (String line : text.split(LINE, 0)) {
            String[] parts = line.split(PART, -1);
            if (parts.length == 2) {
                notes.put(plain(parts[0]), plain(parts[1]));
            }
        }
        return new Progress(notes);
    }

    /** A text on one line that every database gives back to the letter. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean pair = Character.isHighSurrogate(letter)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (pair) {
                escaped.append(letter).append(text.charAt(++i));
            } else if (letter < ' ' || letter == '\\' || Character.isSurrogate(letter)) {
                escaped.append(String.format("\\%04x", (int) letter));
            } else {
                escaped.append(letter);
            }
        }
        return escaped.toString();
    }

    /** The text that was escaped. */
    static String plain(String escaped) {
        if (escaped.indexOf('\\') < 0) {
            return escaped;
        }
        StringBuilder plain = new StringBuilder(escaped.length());
        for (int i = 0; i < escaped.length(); i++) {
            char letter = escaped.charAt(i);
            if (letter == '\\' && i + 4 < escaped.length()) {
                plain.append((char) Integer.parseInt(escaped.substring(i + 1, i + 5), 16));
                i += 4;
            } else {
                plain.append(letter);
            }
        }
        return plain.toString();
    }
}
