package popbeforesmtp.lesson.experiment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import popbeforesmtp.Practice;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.lesson.Difference;
import popbeforesmtp.lesson.dialogue.DialogueExplainer;
import popbeforesmtp.lesson.dialogue.Meaning;
import popbeforesmtp.lesson.source.MessagesFile;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.Answer;
import popbeforesmtp.sandbox.world.SeatSession;
import popbeforesmtp.sandbox.world.WorldView;

/** Every case is played on the real servers, and keeps every promise. */
class CasesTest {

    /** DialogueExplainer that are there for what nobody foresaw. No case may need them. */
    private static final Set<String> FALLBACKS = Set.of(
            "talk.client.other",
            "talk.server.other",
            "talk.pop.ok",
            "talk.pop.err",
            "talk.smtp.2",
            "talk.smtp.3",
            "talk.smtp.4",
            "talk.smtp.5",
            "talk.smtp.can.other");

    private static final Set<String> TALK = MessagesFile.read(
                    ResourceRoot.live(Path.of("")), "content/ja/talk.properties")
            .all()
            .keySet();

    private static final Cases CASES = Cases.load(ResourceRoot.live(Path.of("")));

    @RegisterExtension
    static final Practice PRACTICE = Practice.start();

    static Stream<String> ids() {
        return everything().map(Case::id);
    }

    @ParameterizedTest
    @MethodSource("ids")
    void a_case_keeps_its_promises(String id) {
        Case played =
                everything().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        SeatSession world =
                PRACTICE.worlds().make("promises of " + id, "nobody").seat(SeatId.FIRST);
        String step = WorldView.UNMADE;
        SoftAssertions softly = new SoftAssertions();
        for (Step each : played.steps()) {
            Answer answer = world.press(step, played.setUp(), each.press());
            String where = "cases.yml:" + each.line() + " " + each.press();
            assertThat(answer.kind()).as(where).isEqualTo(Answer.Kind.DONE);
            step = answer.view().step();
            Difference.note(where, each.promise(), answer.view(), softly);
            noteMeanings(where, answer.view(), softly);
        }
        softly.assertAll();
    }

    private static void noteMeanings(String where, WorldView view, SoftAssertions softly) {
        List<Meaning> meanings = DialogueExplainer.of(view);
        softly.assertThat(meanings)
                .as("%s: meanings", where)
                .noneMatch(meaning -> FALLBACKS.contains(meaning.telling().key()))
                .allMatch(meaning -> TALK.contains(meaning.telling().key()));
        softly.assertThat(meanings.stream().map(Meaning::event))
                .as("%s: every line has a meaning", where)
                .containsAll(view.talk().stream().filter(CasesTest::isShown).toList());
    }

    private static boolean isShown(Event event) {
        return event instanceof Event.Said
                || event instanceof Event.SessionOpened
                || event instanceof Event.CallFailed
                || event instanceof Event.Letter;
    }

    @Test
    void the_deciding_line_of_a_refusal_tells_why() {
        Case late = CASES.find("dion-too-late").orElseThrow();
        SeatSession world = PRACTICE.worlds().make("why", "nobody").seat(SeatId.FIRST);
        late.steps().forEach(step -> world.press(step(world), late.setUp(), step.press()));
        WorldView view = world.view();
        assertThat(DialogueExplainer.of(view).stream()
                        .filter(meaning -> meaning.event()
                                == view.result()
                                        .orElseThrow()
                                        .key()
                                        .orElseThrow()
                                        .event())
                        .map(meaning -> meaning.telling().key()))
                .containsExactly("talk.smtp.rcpt.expired");
    }

    @Test
    void a_case_is_found_by_its_id_only() {
        assertThat(CASES.find("too-late")).isPresent();
        assertThat(CASES.find("no-such-case")).isEmpty();
        assertThat(CASES.find(CASES.variants().get(0).id())).isEmpty();
    }

    @Test
    void what_a_case_does_not_say_is_as_usual() {
        SetUp usual = CASES.find("receive-then-send").orElseThrow().setUp();
        SetUp free = SetUp.FREE;
        assertThat(usual)
                .isEqualTo(new SetUp(
                        "receive-then-send",
                        free.place(),
                        free.options(),
                        free.mailbox(),
                        free.open(),
                        free.dropAfterPass()));
    }

    @Test
    void a_choice_changes_only_what_it_names() {
        Case stranger = CASES.find("stranger").orElseThrow();
        assertThat(stranger.steps().get(1).press())
                .isEqualTo(new Press.Choose(stranger.setUp().options().with(Setting.RECIPIENTS, "hanako")));
    }

    @Test
    void the_packed_cases_are_those_on_disk() {
        assertThat(Cases.load(ResourceRoot.packed()).all().stream().map(Case::id))
                .containsExactlyElementsOf(CASES.all().stream().map(Case::id).toList());
    }

    /** The step that a form of the page would carry. */
    private static String step(SeatSession world) {
        return world.view().step();
    }

    private static Stream<Case> everything() {
        return Stream.of(CASES.all(), CASES.variants()).flatMap(List::stream);
    }
}
