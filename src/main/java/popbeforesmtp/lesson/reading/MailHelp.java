package popbeforesmtp.lesson.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.experiment.ExpectedOutcome;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.TranslatedPair;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;

/**
 * What to do when one's own mail will not leave: from what the screen says to who stopped it, by questions for yes and no.
 *
 * @param opening what stands above it
 * @param signs what the screen may say
 * @param ports the numbers of the ports, each with its use
 * @param tell what to say when somebody is asked
 * @param secret what never to say
 */
public record MailHelp(Opening opening, List<Sign> signs, List<Port> ports, List<Prose> tell, Prose secret) {

    public static final String FACTS = "content/help.yml";

    private static final Set<String> FACT_FILE = Set.of("answers");
    private static final Set<String> FACT = Set.of("id", "case", "outcome", "reason");
    private static final Set<String> TEXT_FILE =
            Set.of("title", "description", "lead", "first", "signs", "answers", "ports", "tell", "secret");
    private static final Set<String> SIGN = Set.of("id", "sign", "screen", "steps", "answer");
    private static final Set<String> STEP = Set.of("ask", "if-yes", "if-no");
    private static final Set<String> ANSWER = Set.of("id", "who", "why", "do");
    private static final Set<String> PORT = Set.of("name", "text");

    /**
     * What stands above the signs.
     *
     * @param title the heading
     * @param description one or two sentences for search engines and links, bare words
     * @param lead what can be found here
     * @param first what to look at before all else
     */
    public record Opening(Prose title, String description, Prose lead, Prose first) {}

    /**
     * What the screen may say.
     *
     * @param id also its anchor on the page
     * @param name its heading
     * @param screen examples, as programs word it
     * @param steps questions, one after the other; none if there is only one answer
     * @param answer the only answer, if there is no question
     */
    public record Sign(String id, Prose name, Prose screen, List<Step> steps, Optional<Answer> answer) {

        /** Keeps the list as it is now. */
        public Sign {
            steps = List.copyOf(steps);
        }
    }

    /**
     * A question for yes and no.
     *
     * @param ask the question
     * @param yes the answer for yes; nothing if the next question follows
     * @param no the answer for no; nothing if the next question follows
     */
    public record Step(Prose ask, Optional<Answer> yes, Optional<Answer> no) {}

    /**
     * Who stopped the mail.
     *
     * @param id its name in content
     * @param who who
     * @param why why
     * @param act what to do, or whom to ask
     * @param experiment the id of a case in which the same happens
     */
    public record Answer(String id, Prose who, Prose why, Prose act, String experiment) {}

    /** A port: its number and its use. */
    public record Port(Prose name, Prose text) {}

    /** Keeps the lists as they are now. */
    public MailHelp {
        signs = List.copyOf(signs);
        ports = List.copyOf(ports);
        tell = List.copyOf(tell);
    }

    /** Whether there is such a place on the page. */
    public boolean has(String anchor) {
        return signs.stream().anyMatch(sign -> sign.id().equals(anchor));
    }

    public static MailHelp read(YamlNode facts, YamlNode texts, CaseIndex index, ProseParser parser) {
        YamlFields words = YamlFields.of(texts, TEXT_FILE, parser);
        Opening opening = new Opening(
                words.prose("title"), words.prose("description").plain(), words.prose("lead"), words.prose("first"));
        Map<String, Answer> answers = new HashMap<>();
        for (TranslatedPair pair : TranslatedPair.join(
                "id",
                YamlFields.of(facts, FACT_FILE, parser).parts("answers", FACT),
                words.parts("answers", ANSWER),
                texts.file())) {
            answers.put(pair.text().text("id"), answer(pair, index));
        }
        Set<String> used = new HashSet<>();
        List<Sign> signs = words.parts("signs", SIGN).stream()
                .map(sign -> sign(sign, answers, used))
                .toList();
        for (YamlFields answer : words.parts("answers", ANSWER)) {
            if (!used.contains(answer.text("id"))) {
                throw answer.bad("no question leads to '" + answer.text("id") + "'");
            }
        }
        return new MailHelp(
                opening,
                signs,
                words.parts("ports", PORT).stream()
                        .map(port -> new Port(port.prose("name"), port.prose("text")))
                        .toList(),
                words.proses("tell"),
                words.prose("secret"));
    }

    private static Answer answer(TranslatedPair pair, CaseIndex index) {
        YamlFields fact = pair.shared();
        Map<String, YamlNode> end = new HashMap<>();
        end.put("outcome", fact.at("outcome"));
        fact.find("reason").ifPresent(reason -> end.put("reason", reason));
        YamlNode played = fact.at("case");
        int unused = CaseIndex.step(played, index.experiment(played), ExpectedOutcome.read(fact.at("outcome"), end));
        YamlFields text = pair.text();
        return new Answer(text.text("id"), text.prose("who"), text.prose("why"), text.prose("do"), fact.text("case"));
    }

    private static Sign sign(YamlFields sign, Map<String, Answer> answers, Set<String> used) {
        List<Step> steps = new ArrayList<>();
        List<YamlFields> asked = sign.find("steps").isPresent() ? sign.parts("steps", STEP) : List.of();
        for (YamlFields step : asked) {
            Optional<Answer> yes = find(step.find("if-yes").orElse(null), answers, used);
            Optional<Answer> no = find(step.find("if-no").orElse(null), answers, used);
            int needed = steps.size() == asked.size() - 1 ? 2 : 1;
            if (yes.stream().count() + no.stream().count() < needed) {
                throw step.bad("'if-yes' or 'if-no' is missing: a question leads to an answer, the last one to two");
            }
            steps.add(new Step(step.prose("ask"), yes, no));
        }
        Optional<Answer> answer = find(sign.find("answer").orElse(null), answers, used);
        if (steps.isEmpty() == answer.isEmpty()) {
            throw sign.bad("either 'steps' or 'answer' is expected");
        }
        return new Sign(sign.text("id"), sign.prose("sign"), sign.prose("screen"), steps, answer);
    }

    private static Optional<Answer> find(@Nullable YamlNode id, Map<String, Answer> answers, Set<String> used) {
        if (id == null) {
            return Optional.empty();
        }
        used.add(id.text());
        return Optional.of(id.as("answer", name -> Optional.ofNullable(answers.get(name))));
    }
}
