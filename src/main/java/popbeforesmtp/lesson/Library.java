package popbeforesmtp.lesson;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.experiment.Cases;
import popbeforesmtp.lesson.prose.Readings;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.ResourceRoot;

/**
 * All that is taught, read and cross-checked as a whole: every case that is named is there, both languages say the same,
 * every link leads somewhere. While the site is being developed a changed file is read at the next question. Safe for any
 * number of threads.
 */
public final class Library {

    private record Stock(ContentFiles files, Map<String, Edition> editions, Readings readings) {}

    private final ResourceRoot shelf;
    private final Cases cases;
    private volatile @Nullable Stock stock;

    private Library(ResourceRoot shelf, Cases cases) {
        this.shelf = shelf;
        this.cases = cases;
    }

    /**
     * Leaves everything for {@link #check} or the first question. Packed content was checked when it was packed; so the site
     * need not wait for it.
     */
    public static Library open(ResourceRoot shelf) {
        return new Library(shelf, Cases.open(shelf));
    }

    /**
     * Reads everything.
     *
     * @throws BadContent if anything is wrong in it
     */
    public static Library load(ResourceRoot shelf) {
        Library library = open(shelf);
        library.check();
        return library;
    }

    /**
     * Reads what has not been read yet.
     *
     * @throws BadContent if anything is wrong in it
     */
    public void check() {
        now();
    }

    /** The experiments. */
    public Cases cases() {
        return cases;
    }

    /**
     * All that is taught in a language.
     *
     * @param language {@code ja} or {@code en}
     * @throws BadContent if something is wrong that was changed since the start
     */
    public Edition in(String language) {
        Edition edition = now().editions.get(language);
        if (edition == null) {
            throw new IllegalArgumentException("no language " + language);
        }
        return edition;
    }

    /**
     * What a program does that kept the list.
     *
     * @param id {@code drac}
     * @throws BadContent if something is wrong that was changed since the start
     * @throws IllegalArgumentException if there is no such program
     */
    public RelayBehaviour behaviour(String id) {
        return in(ContentFiles.LANGUAGES.get(0))
                .servers()
                .find(id)
                .orElseThrow(() -> new IllegalArgumentException("no program " + id))
                .program()
                .behaviour();
    }

    /**
     * How the words of the Japanese texts are read.
     *
     * @throws BadContent if something is wrong that was changed since the start
     */
    public Readings readings() {
        return now().readings;
    }

    private Stock now() {
        Stock last = stock;
        return last == null || shelf.isLive() ? readIfChanged() : last;
    }

    private synchronized Stock readIfChanged() {
        Stock last = stock;
        if (last != null && !shelf.isLive()) {
            return last;
        }
        ContentFiles files = ContentFiles.read(shelf);
        if (last != null && files.isSameAs(last.files)) {
            return last;
        }
        Stock fresh = read(files, cases.all());
        stock = fresh;
        return fresh;
    }

    private static Stock read(ContentFiles files, List<Case> cases) {
        Map<String, Edition> editions = new HashMap<>();
        for (String language : ContentFiles.LANGUAGES) {
            editions.put(language, Edition.read(files, language, new CaseIndex(cases)));
        }
        String first = ContentFiles.LANGUAGES.get(0);
        for (String language : ContentFiles.LANGUAGES.subList(1, ContentFiles.LANGUAGES.size())) {
            ContentFiles.TWINS.forEach((name, same) ->
                    new TranslationCheck(same).check(files.outline(first, name), files.outline(language, name)));
        }
        return new Stock(files, Map.copyOf(editions), Readings.of(files.text(Readings.FILE)));
    }
}
