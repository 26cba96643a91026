package popbeforesmtp.lesson.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.network.CentreNetwork;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.press.Options;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Press.ClockMove;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.press.Recipients;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.SetUp.Mailbox;

/** Reads one case. The words are explained for teachers at the top of {@code content/cases.yml}. */
public final class CaseReader {

    private static final Set<String> CASE = Set.of("id", "start", "steps");
    private static final Set<String> CHOICES = Set.of(
            "incoming", "outgoing", "program", "window", "centre", "sender", "recipients", "password", "port", "auth");
    private static final Set<String> START = union(CHOICES, Set.of("place", "mailbox", "open", "drop-after-pass"));
    private static final Set<String> STEP = union(Set.of("press"), StepExpectationReader.WORDS);
    private static final Set<String> PRESS = Set.of("move", "advance", "choose");

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
        SetUp setUp = start == null ? usual(id) : setUp(id, start.entries(START), start);
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
        if (mail != entries.containsKey("outcome")) {
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
            case "advance" -> new Press.Advance(value.as("move of the clock", ClockMove::of));
            default -> {
                options = options(options, value.entries(CHOICES), value);
                yield new Press.Choose(options);
            }
        };
    }

    private static Optional<Press> plainPress(String word) {
        return switch (word) {
            case "receive" -> Optional.of(new Press.Receive());
            case "send" -> Optional.of(new Press.Send());
            case "both" -> Optional.of(new Press.SendReceive());
            case "dial" -> Optional.of(new Press.Dial());
            case "hang-up" -> Optional.of(new Press.HangUp());
            case "next-caller" -> Optional.of(new Press.NextCallerDials());
            default -> Optional.empty();
        };
    }

    private static SetUp usual(String id) {
        SetUp free = SetUp.FREE;
        return new SetUp(id, free.place(), free.options(), free.mailbox(), free.open(), free.dropAfterPass());
    }

    private static SetUp setUp(String id, Map<String, YamlNode> words, YamlNode outline) {
        SetUp usual = usual(id);
        return new SetUp(
                id,
                value(words, "place", usual.place(), place -> place.as("place", Place::of)),
                options(usual.options(), words, outline),
                value(words, "mailbox", usual.mailbox(), mailbox -> mailbox.as("mailbox", CaseReader::mailbox)),
                value(words, "open", usual.open(), YamlNode::isTrue),
                value(words, "drop-after-pass", usual.dropAfterPass(), YamlNode::isTrue));
    }

    /** The same options with what the words change. */
    private static Options options(Options was, Map<String, YamlNode> words, YamlNode outline) {
        try {
            return new Options(
                    value(words, "incoming", was.incoming(), YamlNode::text),
                    value(words, "outgoing", was.outgoing(), YamlNode::text),
                    value(words, "program", was.program(), program -> program.as("program", Program::of)),
                    value(words, "window", was.window(), window -> window.parsed("window", Integer::valueOf)),
                    value(words, "centre", was.centre(), centre -> centre.as("network", CentreNetwork::of)),
                    value(words, "sender", was.asHanako(), sender -> sender.isFirstOf("hanako", "own")),
                    value(words, "recipients", was.recipients(), choice -> choice.as("recipients", Recipients::of)),
                    value(words, "password", was.rightPassword(), password -> password.isFirstOf("right", "wrong")),
                    value(words, "port", was.port(), port -> port.parsed("port", Integer::valueOf)),
                    value(words, "auth", was.auth(), YamlNode::isTrue));
        } catch (IllegalArgumentException e) {
            throw outline.bad(String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Mailbox> mailbox(String word) {
        return Arrays.stream(Mailbox.values())
                .filter(mailbox -> mailbox.name().equalsIgnoreCase(word))
                .findFirst();
    }

    private static String id(String word) {
        if (!word.matches("[a-z0-9]+(-[a-z0-9]+)*") || word.equals(SetUp.FREE.id())) {
            throw new IllegalArgumentException(word);
        }
        return word;
    }

    private static <T> T value(Map<String, YamlNode> words, String word, T otherwise, Function<YamlNode, T> read) {
        YamlNode value = words.get(word);
        return value == null ? otherwise : read.apply(value);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        Set<String> all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
