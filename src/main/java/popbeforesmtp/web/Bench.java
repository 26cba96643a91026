package popbeforesmtp.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.ArrivedMail;
import popbeforesmtp.sandbox.Program;
import popbeforesmtp.sandbox.View;

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
record Bench(
        String step,
        String from,
        String caseId,
        String title,
        String task,
        String clock,
        String datetime,
        @Nullable String notice,
        @Nullable Slip slip,
        NetMap map,
        List<Choices.Item> places,
        boolean atPhone,
        List<Ledger> ledgers,
        List<TalkLine> talk,
        List<ArrivedMail> mails,
        List<Choices> choices) {

    /** Whether 送受信する receives first. */
    public boolean receivesFirst() {
        return choices.stream()
                .flatMap(group -> group.items().stream())
                .anyMatch(item -> item.chosen() && item.value().equals(Program.RECEIVE_BEFORE_SEND.id()));
    }

    /** The key of the title of this page in the window. */
    String titleKey() {
        return key(caseId, "title");
    }

    private static String key(String caseId, String part) {
        return caseId.isEmpty() ? "try." + part : "case." + caseId + "." + part;
    }

    /** What a page shows of how things stand. */
    static Bench of(WorldPage.Standing standing, Wording words) {
        View view = standing.shown();
        boolean named = words.has(key(view.setUp().id(), "title"));
        String caseId = named ? view.setUp().id() : "";
        String title = words.html(key(caseId, "title"));
        return of(standing, words, caseId, title, words.html(key(caseId, "task")), Choices.places(view.place()));
    }

    /** The same without a word about the case, and with some places only. */
    static Bench unnamed(WorldPage.Standing standing, Wording words, List<Place> places) {
        List<Choices.Item> shown = Choices.places(standing.shown().place()).stream()
                .filter(item -> places.stream().anyMatch(place -> place.id().equals(item.value())))
                .toList();
        return of(standing, words, "", "", "", shown);
    }

    private static Bench of(
            WorldPage.Standing standing,
            Wording words,
            String caseId,
            String title,
            String task,
            List<Choices.Item> places) {
        View view = standing.shown();
        return new Bench(
                standing.step(),
                standing.slug().equals(TryPages.SLUG) ? "" : standing.from(),
                caseId,
                title,
                task,
                words.face(view.now()),
                Times.machine(view.now()),
                standing.told().map(Told::key).map(words::html).orElse(null),
                view.result().map(result -> Slip.of(result, words)).orElse(null),
                NetMap.of(view),
                places,
                view.place().isOnPhone(),
                Ledger.of(view, words),
                TalkLine.of(view, words),
                view.friendMail(),
                Choices.of(view.options()));
    }
}
