package popbeforesmtp.lesson.experiment;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.MessagesFile;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.SetUp;

/**
 * The cases of {@code content/cases.yml}, each with a title and a task in both languages. While the site is being developed
 * they are read anew at every question, so that a corrected line is tried at once. Safe for any number of threads.
 */
public final class Cases {

    private static final String FILE = "content/cases.yml";
    private static final List<String> LANGUAGES = List.of("ja", "en");
    private static final List<String> PARTS = List.of("title", "task");

    private final ResourceRoot shelf;
    private volatile @Nullable Book book;

    private Cases(ResourceRoot shelf) {
        this.shelf = shelf;
    }

    /** Leaves the cases unread until the first question. */
    public static Cases open(ResourceRoot shelf) {
        return new Cases(shelf);
    }

    /**
     * Reads all cases.
     *
     * @throws BadContent if anything is wrong in them
     */
    public static Cases load(ResourceRoot shelf) {
        Cases cases = open(shelf);
        cases.now();
        return cases;
    }

    /** The case of that name, or nothing. */
    public Optional<Case> find(String id) {
        return Optional.ofNullable(now().cases.get(id));
    }

    /** All cases, in the order in which they are written. */
    public List<Case> all() {
        return List.copyOf(now().cases.values());
    }

    /** What is promised beside the cases: played by tests, without a link, a title or a task. */
    public List<Case> variants() {
        return now().variants;
    }

    private Book now() {
        Book last = book;
        return last == null || shelf.isLive() ? readAgain() : last;
    }

    private synchronized Book readAgain() {
        Book last = book;
        if (last != null && !shelf.isLive()) {
            return last;
        }
        Book fresh = read(shelf);
        book = fresh;
        return fresh;
    }

    private static Book read(ResourceRoot shelf) {
        YamlNode outline = YamlNode.read(FILE, shelf.text(FILE));
        Map<String, YamlNode> parts = outline.entries(Set.of("cases", "variants"));
        Set<String> ids = new HashSet<>();
        Map<String, Case> cases = new LinkedHashMap<>();
        Map<String, YamlNode> items = new LinkedHashMap<>();
        for (YamlNode item : outline.required(parts, "cases").items()) {
            Case read = readOnce(item, ids);
            cases.put(read.id(), read);
            items.put(read.id(), item);
        }
        List<Case> variants = Optional.ofNullable(parts.get("variants")).map(YamlNode::items).orElse(List.of()).stream()
                .map(item -> readOnce(item, ids))
                .toList();
        LANGUAGES.forEach(language -> checkWords(shelf, "content/" + language + "/cases.properties", items));
        return new Book(cases, variants);
    }

    private static Case readOnce(YamlNode item, Set<String> ids) {
        Case read = CaseReader.read(item);
        if (!ids.add(read.id())) {
            throw item.bad("doubled id '" + read.id() + "'");
        }
        return read;
    }

    /** Every case is named and told, and nothing else is. */
    private static void checkWords(ResourceRoot shelf, String file, Map<String, YamlNode> items) {
        MessagesFile texts = MessagesFile.read(shelf, file);
        Set<String> known = new HashSet<>();
        items.forEach((id, item) -> {
            for (String part : PARTS) {
                String key = "case." + id + "." + part;
                known.add(key);
                if (texts.find(key).isEmpty()) {
                    throw item.bad("'" + key + "' is missing in " + file);
                }
            }
        });
        for (String key : texts.all().keySet()) {
            if (!known.contains(key)) {
                throw texts.bad(key, "there is no case for '" + key + "'");
            }
        }
    }

    private record Book(Map<String, Case> cases, List<Case> variants) {}

    /** The set-up of a case: the plain one if none is named, nothing if there is no such case. */
    public Optional<SetUp> setUp(@Nullable String id) {
        return id == null || id.isEmpty() ? Optional.of(SetUp.FREE) : find(id).map(Case::setUp);
    }
}
