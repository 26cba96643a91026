package popbeforesmtp.lesson.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.CaseIndex;
import popbeforesmtp.lesson.experiment.CaseReader;
import popbeforesmtp.lesson.experiment.ExpectedOutcome;
import popbeforesmtp.lesson.experiment.Goal;
import popbeforesmtp.lesson.prose.ProseParser;
import popbeforesmtp.lesson.prose.TranslatedPair;
import popbeforesmtp.lesson.prose.YamlFields;
import popbeforesmtp.lesson.source.YamlNode;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.SetUp;
import popbeforesmtp.sandbox.press.Setting;

/**
 * Everything that the story and the explanations say, in one language.
 *
 * @param all in the order of the files
 */
public record Claims(List<Claim> all) {

    public static final String FACTS = "content/claims.yml";

    private static final Set<String> FACT_WORDS = Set.of("id", "source", "verdict", "cases", "history");
    private static final Set<String> TEXT_WORDS = Set.of("id", "press", "seen", "short");
    private static final Set<String> PROOF_WORDS = Set.of("id", "company", "steps", "outcome", "reason");

    /** Keeps the list as it is now. */
    public Claims {
        all = List.copyOf(all);
    }

    /** The claim of that id. */
    public Optional<Claim> find(String id) {
        return all.stream().filter(claim -> claim.id().equals(id)).findFirst();
    }

    /** What an explanation says, in the order of its ids. */
    public List<Claim> of(String source) {
        return all.stream().filter(claim -> claim.source().equals(source)).toList();
    }

    /** The ids of what an explanation says. */
    public Set<String> ids(String source) {
        return of(source).stream().map(Claim::id).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static Claims read(YamlNode facts, YamlNode texts, Timeline timeline, CaseIndex index, ProseParser parser) {
        List<Claim> claims = new ArrayList<>();
        for (TranslatedPair pair : TranslatedPair.join(
                "id",
                YamlFields.each(facts, FACT_WORDS, parser),
                YamlFields.each(texts, TEXT_WORDS, parser),
                texts.file())) {
            claims.add(claim(pair.shared(), pair.text(), timeline, index));
        }
        return new Claims(claims);
    }

    private static Claim claim(YamlFields fact, YamlFields text, Timeline timeline, CaseIndex index) {
        Verdict verdict = fact.at("verdict").as("verdict", Verdict::of);
        String id = fact.text("id");
        List<Goal> proofs = fact.each("cases", proof -> proof(id, proof, index));
        Optional<String> history = fact.find("history")
                .map(anchor -> anchor.as(
                        "place on the history page", place -> Optional.of(place).filter(timeline::has)));
        if (proofs.isEmpty() && history.isEmpty() && verdict != Verdict.NOTE) {
            throw fact.bad("nothing shows this claim: 'cases' or 'history' is missing");
        }
        return new Claim(
                id,
                fact.at("source").as("source", Claims::source),
                verdict,
                proofs,
                history,
                new Claim.Words(text.prose("short"), text.prose("press"), text.prose("seen")));
    }

    private static Optional<String> source(String word) {
        return Optional.of(word).filter(Explanation.SLUGS::contains);
    }

    /** An experiment in a world of the claim's own: what another claim did never counts for it. */
    private static Goal proof(String claim, YamlNode outline, CaseIndex index) {
        Map<String, YamlNode> words = outline.entries(PROOF_WORDS);
        YamlNode id = outline.required(words, "id");
        ExpectedOutcome end = ExpectedOutcome.read(outline, words);
        Case played = index.experiment(id);
        SetUp setUp = setUp(played.setUp(), words).named("claim-" + claim.toLowerCase(Locale.ROOT) + "-" + played.id());
        YamlNode steps = words.get("steps");
        List<Press> presses = steps == null ? index.presses(id, end) : CaseReader.presses(steps, setUp.options());
        return Goal.of(played, setUp, presses, end);
    }

    /** The same start with another company for both ways, if one is named. */
    private static SetUp setUp(SetUp start, Map<String, YamlNode> words) {
        YamlNode company = words.get("company");
        if (company == null) {
            return start;
        }
        String host = company.as("company", name -> Optional.of(name).filter(Setting.INCOMING.answers()::contains));
        return start.with(start.options().with(Setting.INCOMING, host).with(Setting.OUTGOING, host));
    }
}
