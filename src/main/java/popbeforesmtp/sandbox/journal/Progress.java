package popbeforesmtp.sandbox.journal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a learner has predicted, seen and answered. It stands beside the journal: undoing a press or starting over does not
 * touch it. Never changes; a note makes a new one.
 *
 * @param notes short values by short names, {@code quiz.3} and {@code b}; what they mean is the lessons' affair
 */
public record Progress(Map<String, String> notes) {

    /** How many notes are kept; a further one is not. */
    public static final int BOUND = 200;

    /** How long a name or a value may be; a longer one is not kept. */
    public static final int LONGEST = 80;

    /** Nothing yet. */
    public static final Progress NONE = new Progress(Map.of());

    /** Keeps the notes as they are now. */
    public Progress {
        notes = Map.copyOf(notes);
    }

    /** How much memory it takes, roughly. */
    public long keptOctets() {
        return notes.entrySet().stream()
                .mapToLong(
                        note -> 100 + note.getKey().length() + note.getValue().length())
                .sum();
    }

    /** The value of that name. */
    public Optional<String> note(String name) {
        return Optional.ofNullable(notes.get(name));
    }

    /** The same with one more note, or with another value of it. */
    public Progress with(String name, String value) {
        boolean fits = name.length() <= LONGEST
                && value.length() <= LONGEST
                && (notes.size() < BOUND || notes.containsKey(name));
        if (!fits) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(notes);
        more.put(name, value);
        return new Progress(more);
    }

    /** The same without the notes whose names begin so. */
    public Progress without(String beginning) {
        Map<String, String> less = new LinkedHashMap<>(notes);
        less.keySet().removeIf(name -> name.startsWith(beginning));
        return new Progress(less);
    }
}
