package popbeforesmtp.web.bench;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.press.Setting;
import popbeforesmtp.sandbox.world.ArrivedMail;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Notice;
import popbeforesmtp.web.page.OptionGroup;
import popbeforesmtp.web.page.Section;
import popbeforesmtp.web.page.Times;
import popbeforesmtp.web.world.PageState;
import popbeforesmtp.web.world.PressForm;

/**
 * The main screen as its template wants it. Each thing is made when it is asked for, so that an answer costs what it shows.
 * For one answer and its thread.
 */
public final class SandboxModel {

    private final PageState state;
    private final WorldView view;
    private final Localizer words;
    private final String caseId;
    private final List<Place> places;
    private final Shown shown;

    /** What a template asks for more than once. */
    private record Shown(
            Lazy<Optional<ResultModel>> slip,
            Lazy<Optional<String>> notice,
            Lazy<NetworkMap> map,
            Lazy<List<RelayListModel>> ledgers,
            Lazy<List<TalkLine>> talk) {

        static Shown of(PageState state, Localizer words, boolean closed) {
            WorldView view = state.shown();
            Localizer answer = words.part();
            return new Shown(
                    new Lazy<>(() -> view.result().map(result -> ResultModel.of(result, answer))),
                    new Lazy<>(() -> state.told().map(Notice::key).map(answer::html)),
                    new Lazy<>(() -> NetworkMap.of(view)),
                    new Lazy<>(() -> closed ? RelayListModel.kept(view, words) : RelayListModel.of(view, words)),
                    new Lazy<>(() -> TalkLine.of(view, words.part())));
        }
    }

    private SandboxModel(PageState state, Localizer words, String caseId, List<Place> places, boolean closed) {
        this.state = state;
        this.view = state.shown();
        this.words = words;
        this.caseId = caseId;
        this.places = places;
        this.shown = Shown.of(state, words, closed);
    }

    /** What a page shows of how things stand. */
    public static SandboxModel of(PageState state, Localizer words) {
        String id = state.shown().setUp().id();
        return new SandboxModel(state, words, words.has("case." + id + ".title") ? id : "", PressForm.PLACES, false);
    }

    /** The same in a world of its own: the words are those of the case that is played in it. */
    public static SandboxModel of(PageState state, Localizer words, String caseId) {
        return new SandboxModel(state, words, caseId, PressForm.PLACES, false);
    }

    /**
     * The same without a word about the case, and with some places only.
     *
     * @param closed whether it is a closed box
     */
    public static SandboxModel unnamed(PageState state, Localizer words, List<Place> places, boolean closed) {
        return new SandboxModel(state, words, "", places, closed);
    }

    /** What every form carries: hidden fields, HTML. */
    public String carried() {
        return field("step", state.step())
                + (caseId.isEmpty() ? "" : field("case", caseId))
                + (state.slug().equals(Section.TRY)
                                && !state.query().startsWith("?run=")
                                && !state.query().contains("only=")
                        ? ""
                        : field("from", state.from()));
    }

    private static String field(String name, String value) {
        return "<input type=\"hidden\" name=\"" + name + "\" value=\"" + Localizer.escaped(value) + "\">";
    }

    /** The case that is shown, empty for the plain sandbox. */
    public String caseId() {
        return caseId;
    }

    /** The key of the title of this page in the window. */
    public String titleKey() {
        return key("title");
    }

    private String key(String part) {
        return caseId.isEmpty() ? "try." + part : "case." + caseId + "." + part;
    }

    /** The heading, HTML. */
    public String title() {
        return words.part().html(titleKey());
    }

    /** What to do, HTML. */
    public String task() {
        return words.part().html(key("task"));
    }

    /** The practice time in words, HTML. */
    public String clock() {
        return words.face(view.now());
    }

    /** The practice time for machines. */
    public String datetime() {
        return Times.machine(view.now());
    }

    /** A line above the result, HTML, if there is something to say about the press itself. */
    public @Nullable String notice() {
        return shown.notice.get().orElse(null);
    }

    /** The result, if there is one. */
    public @Nullable ResultModel slip() {
        return shown.slip.get().orElse(null);
    }

    /** Whether a line of the dialogue decided the last press. */
    public boolean isDecided() {
        return view.result().flatMap(Result::key).isPresent();
    }

    /** The map. */
    public NetworkMap map() {
        return shown.map.get();
    }

    /** Whether the telephone's buttons are of use. */
    public boolean isAtPhone() {
        return view.place().isOnPhone();
    }

    /** What the sending desk asked itself. */
    public ThoughtModel thought() {
        return ThoughtModel.of(view, words.part());
    }

    /** Who keeps the outgoing host's list beside the servers. */
    public KeeperModel keeper() {
        return KeeperModel.of(view, words);
    }

    /** The lists of the incoming and the outgoing host. */
    public List<RelayListModel> ledgers() {
        return shown.ledgers.get();
    }

    /** The latest dialogue. */
    public List<TalkLine> talk() {
        return shown.talk.get();
    }

    /** How many earlier lines of it are no longer kept, in words; nothing if none. */
    public @Nullable String earlier() {
        int earlier = view.dialogue().earlier();
        return earlier == 0 ? null : words.counted("dialogue.earlier", earlier);
    }

    /** The same as items of a list, HTML. */
    public String lines() {
        StringBuilder lines = new StringBuilder();
        talk().forEach(line -> lines.append(line.html(words)));
        return lines.toString();
    }

    /** The same, each line by itself, as it is printed. */
    public List<TalkLine> spoken() {
        return talk().stream()
                .flatMap(line -> Stream.concat(Stream.of(line), line.rest().stream()))
                .toList();
    }

    /** What has arrived in taro's mailbox. */
    public List<ArrivedMail> mails() {
        return view.friendMail();
    }

    /** Where the learner can go. */
    public List<OptionGroup.Item> places() {
        return OptionGroups.places(view.place()).stream()
                .filter(item -> places.stream().anyMatch(place -> place.id().equals(item.value())))
                .toList();
    }

    /** The drawer. */
    public List<OptionGroup> choices() {
        return OptionGroups.of(view.options());
    }

    /** What is chosen otherwise than at the start, plain: the place, and each option. */
    public List<String> differences() {
        Options start = view.setUp().options();
        return Stream.concat(
                        Stream.of(view.place())
                                .filter(place -> place != view.setUp().place())
                                .map(place -> words.plain("place." + place.id())),
                        Stream.of(Setting.values())
                                .filter(setting ->
                                        !view.options().answer(setting).equals(start.answer(setting)))
                                .map(setting -> words.plain(Message.of("step.choose")
                                        .with("choice", words.plain("choice." + setting.id()))
                                        .with("answer", words.plain(OptionGroups.words(setting, view.options()))))))
                .toList();
    }

    /** One group of the drawer. */
    public OptionGroup choice(String name) {
        return choices().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The key of what is said beside 送受信する: which half comes first. */
    public String both() {
        return view.options().program() == Program.RECEIVE_BEFORE_SEND
                ? "btn.both.receive-first"
                : "btn.both.send-first";
    }
}
