package popbeforesmtp.lesson.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Press.ClockMove;
import popbeforesmtp.sandbox.press.PressCodec;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/** Reads one case. The words are explained for teachers at the top of {@code content/cases.yml}. */
public final class CaseReader {

    private static final Set<String> CASE = Set.of("id", "start", "steps");
    private static final Set<String> CHOICES =
            Arrays.stream(Setting.values()).map(Setting::id).collect(Collectors.toUnmodifiableSet());

    /** The presses that are a word alone. */
    private static final Set<String> PLAIN =
            Set.of("receive", "send", "both", "dial", "hang-up", "next-caller", "close");

    private static final Set<String> START =
            union(CHOICES, Set.of("place", "mailbox", "open", "drop-after-pass", "sealed"));
    private static final Set<String> STEP = union(Set.of("press"), StepExpectationReader.WORDS);
    private static final Set<String> PRESS = Set.of("move", "advance", "choose", "tend", "open", "type");

    private Options options = Options.USUAL;

    private CaseReader() {}

    static Case read(YamlNode outline) {
        return new CaseReader().readCase(outline);
    }

    /**
     * Reads presses that stand outside of a case.
     *
     * @param options what is chosen before the first of them
     */
    public static List<Press> presses(YamlNode list, Options options) {
        CaseReader reader = new CaseReader();
        reader.options = options;
        return list.items().stream().map(reader::press).toList();
    }

    private Case readCase(YamlNode outline) {
        Map<String, YamlNode> entries = outline.entries(CASE);
        String id = outline.required(entries, "id").parsed("id", CaseReader::id);
        YamlNode start = entries.get("start");
        SetUp setUp = start == null ? SetUp.usual(id) : setUp(id, start.entries(START));
        options = setUp.options();
        List<Step> steps = new ArrayList<>();
        for (YamlNode step : outline.required(entries, "steps").items()) {
            steps.add(step(step));
        }
        if (steps.isEmpty()) {
            throw outline.bad("case '" + id + "' has no steps");
        }
        return new Case(id, setUp, steps);
    }

    private Step step(YamlNode outline) {
        Map<String, YamlNode> entries = outline.entries(STEP);
        Press press = press(outline.required(entries, "press"));
        boolean mail =
                press instanceof Press.Receive || press instanceof Press.Send || press instanceof Press.SendReceive;
        if (mail != entries.containsKey("outcome") && !(press instanceof Press.Type)) {
            throw outline.bad(mail ? "this press needs an outcome" : "this press has no outcome");
        }
        return new Step(outline.line(), press, StepExpectationReader.read(outline, entries));
    }

    private Press press(YamlNode outline) {
        if (outline.isText()) {
            return outline.as("press", CaseReader::plainPress);
        }
        Map<String, YamlNode> entries = outline.entries(PRESS);
        if (entries.size() != 1) {
            throw outline.bad("one press is expected here");
        }
        Map.Entry<String, YamlNode> only = entries.entrySet().iterator().next();
        YamlNode value = only.getValue();
        return switch (only.getKey()) {
            case "move" -> new Press.MoveTo(value.as("place", Place::of));
            case "tend" -> new Press.Tend(value.as("way of tending", Press.Tending::of));
            case "open" -> value.as("call", call -> PressCodec.press("open:" + call));
            case "type" -> value.as("line", line -> PressCodec.press("type:" + line));
            case "advance" -> new Press.Advance(value.as("move of the clock", ClockMove::of));
            default -> {
                options = options(options, value.entries(CHOICES));
                yield new Press.Choose(options);
            }
        };
    }

    private static Optional<Press> plainPress(String word) {
        return PressCodec.press(word).filter(press -> PLAIN.contains(press.id()));
    }

    private static SetUp setUp(String id, Map<String, YamlNode> words) {
        SetUp read = SetUp.usual(id);
        for (Map.Entry<String, YamlNode> word : words.entrySet()) {
            SetUp before = read;
            YamlNode value = word.getValue();
            if (!CHOICES.contains(word.getKey())) {
                read = value.as(word.getKey(), text -> before.with(word.getKey(), said(value, text)));
            }
        }
        return read.with(options(read.options(), words));
    }

    /** The same options with what the words change. */
    private static Options options(Options was, Map<String, YamlNode> words) {
        Options now = was;
        for (Map.Entry<String, YamlNode> word : words.entrySet()) {
            Optional<Setting> setting = Setting.of(word.getKey());
            if (setting.isPresent()) {
                now = now.with(setting.get(), answer(setting.get(), word.getValue()));
            }
        }
        return now;
    }

    private static String answer(Setting setting, YamlNode value) {
        if (setting == Setting.AUTH || setting == Setting.TLS) {
            return value.isTrue() ? "on" : "off";
        }
        return value.as(setting.id(), text -> Optional.of(text).filter(setting.answers()::contains));
    }

    /** What is true or false in content is yes or no. */
    private static String said(YamlNode value, String text) {
        return switch (text) {
            case "true", "false" -> value.isTrue() ? "yes" : "no";
            default -> text;
        };
    }

    private static String id(String word) {
        if (!word.matches("[a-z0-9]+(-[a-z0-9]+)*") || word.equals(SetUp.FREE.id())) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
