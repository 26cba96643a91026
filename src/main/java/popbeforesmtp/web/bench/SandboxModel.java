package popbeforesmtp.web.bench;

import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.world.ArrivedMail;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.OptionGroup;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Times;
import popbeforesmtp.web.world.PageState;

/**
 * The main screen as its template wants it.
 *
 * @param step what every form carries
 * @param from the address of the page, which its forms carry; empty for the main screen
 * @param caseId the case that is shown, empty for the plain sandbox
 * @param title the heading, HTML
 * @param task what to do, HTML
 * @param clock the practice time in words, HTML
 * @param datetime the practice time for machines
 * @param notice a line above the result, HTML, if there is something to say about the press itself
 * @param slip the result, if there is one
 * @param map the map
 * @param places where the learner can go
 * @param atPhone whether the telephone's buttons are of use
 * @param ledgers the lists of the incoming and the outgoing host
 * @param talk the latest dialogue
 * @param mails what has arrived in taro's mailbox
 * @param choices the drawer
 */
public record SandboxModel(
        String step,
        String from,
        String caseId,
        String title,
        String task,
        String clock,
        String datetime,
        @Nullable String notice,
        @Nullable ResultModel slip,
        NetworkMap map,
        List<OptionGroup.Item> places,
        boolean atPhone,
        List<RelayListModel> ledgers,
        List<TalkLine> talk,
        List<ArrivedMail> mails,
        List<OptionGroup> choices) {

    /** Whether 送受信する receives first. */
    public boolean receivesFirst() {
        return choices.stream()
                .flatMap(group -> group.items().stream())
                .anyMatch(item -> item.chosen() && item.value().equals(Program.RECEIVE_BEFORE_SEND.id()));
    }

    /** The key of the title of this page in the window. */
    public String titleKey() {
        return key(caseId, "title");
    }

    private static String key(String caseId, String part) {
        return caseId.isEmpty() ? "try." + part : "case." + caseId + "." + part;
    }

    /** What a page shows of how things stand. */
    public static SandboxModel of(PageState standing, Localizer words) {
        WorldView view = standing.shown();
        boolean named = words.has(key(view.setUp().id(), "title"));
        String caseId = named ? view.setUp().id() : "";
        String title = words.html(key(caseId, "title"));
        return of(
                standing,
                words,
                new Heading(caseId, title, words.html(key(caseId, "task"))),
                OptionGroups.places(view.place()),
                RelayListModel.of(view, words));
    }

    /**
     * The same without a word about the case, and with some places only.
     *
     * @param closed whether it is a closed box
     */
    public static SandboxModel unnamed(PageState standing, Localizer words, List<Place> places, boolean closed) {
        List<OptionGroup.Item> shown = OptionGroups.places(standing.shown().place()).stream()
                .filter(item -> places.stream().anyMatch(place -> place.id().equals(item.value())))
                .toList();
        WorldView view = standing.shown();
        return of(
                standing,
                words,
                new Heading("", "", ""),
                shown,
                closed ? RelayListModel.kept(view, words) : RelayListModel.of(view, words));
    }

    /** What is said of the case: its id, its title and its task, HTML. */
    private record Heading(String caseId, String title, String task) {}

    private static SandboxModel of(
            PageState standing,
            Localizer words,
            Heading heading,
            List<OptionGroup.Item> places,
            List<RelayListModel> ledgers) {
        WorldView view = standing.shown();
        return new SandboxModel(
                standing.step(),
                standing.slug().equals(Section.TRY) ? "" : standing.from(),
                heading.caseId(),
                heading.title(),
                heading.task(),
                words.face(view.now()),
                Times.machine(view.now()),
                standing.told().map(Notice::key).map(words::html).orElse(null),
                view.result().map(result -> ResultModel.of(result, words)).orElse(null),
                NetworkMap.of(view),
                places,
                view.place().isOnPhone(),
                ledgers,
                TalkLine.of(view, words),
                view.friendMail(),
                OptionGroups.of(view.options()));
    }
}
