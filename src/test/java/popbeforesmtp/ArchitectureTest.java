package popbeforesmtp;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The map in README.md is true, and what is fenced stays fenced. */
class ArchitectureTest {
    private static final String ROOT = "popbeforesmtp";
    private static final int MOST_FILES = 20;
    private static final int MOST_PARTS = 7;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Folders in which the same journal must always give the same dialogue. */
    private static final Set<String> SAME_EVERY_TIME =
            Set.of("eventlog", "gate", "network", "mailserver", "mailclient", "sandbox", "lesson");

    private static final Pattern CHANCE = Pattern.compile("java\\.util\\.(Random|SplittableRandom|random\\..*)"
            + "|java\\.util\\.concurrent\\.ThreadLocalRandom|java\\.security\\.SecureRandom");
    private static final Pattern BAD_NAME = Pattern.compile(".*(Manager|Helper|Utils?|Impl)|Abstract.*");

    @Test
    void every_folder_is_in_the_readme_and_every_row_is_a_folder() throws IOException {
        assertThat(folders().keySet()).containsExactlyInAnyOrderElementsOf(table().folders());
    }

    @Test
    void no_folder_is_a_heap() throws IOException {
        assertThat(folders()).allSatisfy((folder, files) -> assertThat(files).isLessThanOrEqualTo(MOST_FILES));
    }

    @Test
    void nothing_is_made_of_more_than_seven_parts() {
        assertThat(CLASSES.stream()
                        .flatMap(type -> type.getConstructors().stream())
                        .filter(made -> made.getRawParameterTypes().size() > MOST_PARTS)
                        .map(JavaConstructor::getFullName))
                .isEmpty();
    }

    /** How many source files each folder has, sub-folders not counted. */
    private static Map<String, Integer> folders() throws IOException {
        Path root = Path.of("src/main/java", ROOT);
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> {
                                Path folder = root.relativize(file.getParent());
                                return folder.toString().isEmpty()
                                        ? FolderTable.APP
                                        : folder.toString().replace('\\', '/');
                            },
                            file -> 1,
                            Integer::sum,
                            TreeMap::new));
        }
    }

    @Test
    void a_folder_uses_only_what_the_readme_allows() throws IOException {
        FolderTable table = table();
        assertThat(CLASSES.stream()
                        .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> isOurs(dependency.getTargetClass()))
                        .filter(dependency ->
                                !table.allows(folder(dependency.getOriginClass()), folder(dependency.getTargetClass())))
                        .map(dependency -> dependency.getDescription()))
                .isEmpty();
    }

    @Test
    void there_are_no_cycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void greenmail_stays_in_mailserver() {
        onlyIn(Set.of("mailserver"), "com\\.icegreen\\..*|jakarta\\.mail\\..*|org\\.eclipse\\.angus\\..*");
    }

    @Test
    void databases_stay_in_the_store() {
        onlyIn(
                Set.of("store"),
                "java\\.sql\\..*|javax\\.sql\\..*|org\\.sqlite\\..*|org\\.postgresql\\..*|com\\.zaxxer\\..*");
    }

    @Test
    void the_web_server_stays_in_web() {
        onlyIn(
                Set.of("web"),
                "io\\.javalin\\..*|org\\.thymeleaf\\..*|jakarta\\.servlet\\..*|org\\.eclipse\\.jetty\\..*");
    }

    @Test
    void metrics_the_command_line_and_databases_stay_where_they_belong() {
        onlyIn(Set.of("operation"), "io\\.(micrometer|prometheus)\\..*|com\\.sun\\.net\\.httpserver\\..*");
        onlyIn(Set.of(FolderTable.APP), "picocli\\..*");
        onlyIn(Set.of("store"), "java\\.sql\\..*|javax\\.sql\\..*");
    }

    @Test
    void sockets_stay_where_the_network_and_the_mail_are_and_where_the_site_listens() {
        onlyIn(
                Set.of("network", "mailserver", "mailclient", "tls", "web/server"),
                "java\\.net\\.(Server|Datagram)?Socket|javax\\.net\\..*|java\\.net\\.http\\..*"
                        + "|java\\.nio\\.channels\\.(Asynchronous)?(Server|Datagram)?Socket(Channel)?");
    }

    @Test
    void nobody_but_web_and_app_asks_the_wall_clock_or_chance() {
        assertThat(CLASSES.stream()
                        .filter(origin -> SAME_EVERY_TIME.contains(top(origin)))
                        .flatMap(origin -> origin.getAccessesFromSelf().stream())
                        .filter(ArchitectureTest::isClockOrChance)
                        .map(JavaAccess::getDescription))
                .isEmpty();
    }

    @Test
    void every_package_is_null_marked() {
        assertThat(CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(ours -> !ours.isAnnotatedWith(NullMarked.class))
                        .map(ours -> ours.getName() + " has no package-info.java with @NullMarked"))
                .isEmpty();
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses().should().haveNameMatching("(.*[.$])?(" + BAD_NAME + ")").check(CLASSES);
    }

    private static void onlyIn(Set<String> folders, String types) {
        Pattern pattern = Pattern.compile(types);
        assertThat(CLASSES.stream()
                        .filter(origin -> !folders.contains(top(origin)) && !folders.contains(folder(origin)))
                        .flatMap(origin -> origin.getDirectDependenciesFromSelf().stream())
                        .filter(dependency -> pattern.matcher(
                                        dependency.getTargetClass().getName())
                                .matches())
                        .map(dependency -> dependency.getDescription()))
                .isEmpty();
    }

    /** A {@code now} that is given a Clock is fine; every other one reads the wall clock. */
    private static boolean isClockOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String signature = access.getTarget().getFullName();
        if (CHANCE.matcher(owner).matches()) {
            return true;
        }
        return switch (access.getName()) {
            case "now" -> owner.startsWith("java.time.") && !signature.endsWith("(java.time.Clock)");
            case "currentTimeMillis", "nanoTime" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes" ->
                owner.equals("java.time.Clock");
            case "random" -> owner.equals("java.lang.Math") || owner.equals("java.lang.StrictMath");
            case "randomUUID" -> owner.equals("java.util.UUID");
            case "shuffle" -> owner.equals("java.util.Collections");
            case "getInstance" -> owner.equals("java.util.Calendar");
            case "<init>" ->
                signature.equals("java.util.Date.<init>()") || signature.equals("java.util.GregorianCalendar.<init>()");
            default -> false;
        };
    }

    private static FolderTable table() throws IOException {
        return FolderTable.read(Path.of("README.md"));
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    /** The folder below the root package; {@code App} for the root package itself. */
    private static String folder(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(ROOT)
                ? FolderTable.APP
                : name.substring(ROOT.length() + 1).replace('.', '/');
    }

    private static String top(JavaClass type) {
        return folder(type).split("/", 2)[0];
    }
}
