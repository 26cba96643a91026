package popbeforesmtp.web.experiment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.lesson.experiment.Case;
import popbeforesmtp.lesson.experiment.Step;
import popbeforesmtp.lesson.experiment.StepExpectation.Ending;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.web.bench.PlaceDrawing;
import popbeforesmtp.web.page.Localizer;

/**
 * A case in the catalogue.
 *
 * @param experiment the case
 * @param beats its picture
 * @param happens what happens in it, each once, in the order in which it happens
 */
record CaseCard(Case experiment, List<CaseBeat> beats, List<Happening> happens) {

    /**
     * Something that can happen in a case.
     *
     * @param outcome how a press ends
     * @param reason why, in kebab case; empty if there is none to tell
     */
    record Happening(Outcome outcome, String reason) {

        /** The form used in links: {@code refused.expired}. */
        public String id() {
            return reason.isEmpty() ? outcome.kebab() : outcome.kebab() + "." + reason;
        }

        /** Its words in the reader's language, plain. */
        String words(Localizer words) {
            String verdict = words.plain("verdict." + outcome.kebab());
            return reason.isEmpty() ? verdict : verdict + words.plain("happens.colon") + words.plain("why." + reason);
        }
    }

    static CaseCard of(Case experiment) {
        List<Happening> happens = new ArrayList<>();
        for (Step step : experiment.steps()) {
            step.promise().ending().ifPresent(ending -> {
                ending.receive().ifPresent(outcome -> happens.add(new Happening(outcome, "")));
                happens.add(happening(ending));
            });
        }
        return new CaseCard(
                experiment, CaseBeat.of(experiment), happens.stream().distinct().toList());
    }

    private static Happening happening(Ending ending) {
        return new Happening(
                ending.outcome(), ending.reason().map(reason -> reason.kebab()).orElse(""));
    }

    /** Its name in links. */
    public String id() {
        return experiment.id();
    }

    /** The key of its title. */
    public String title() {
        return "case." + id() + ".title";
    }

    /** The key of what is done in it. */
    public String task() {
        return "case." + id() + ".task";
    }

    /** The drawing of where it begins. */
    public String place() {
        return PlaceDrawing.of(experiment.setUp().place());
    }

    /** The key of where it begins. */
    public String placeWords() {
        return "beat.place." + experiment.setUp().place().id();
    }

    /** Whether something happens in it: an outcome, or an outcome with its reason. */
    boolean has(String happening) {
        return happens.stream()
                .anyMatch(each ->
                        each.id().equals(happening) || each.outcome().kebab().equals(happening));
    }

    /** Whether each of these words, made comparable, is in what a reader sees of it. */
    boolean tells(List<String> sought, Localizer words) {
        String text = comparable(String.join(" ", told(words).toList()));
        return sought.stream().allMatch(text::contains);
    }

    private Stream<String> told(Localizer words) {
        Stream<String> keys = Stream.of(
                        Stream.of(title(), task(), placeWords()),
                        beats.stream().map(CaseBeat::words),
                        beats.stream().map(CaseBeat::verdict).flatMap(verdict -> Optional.ofNullable(verdict).stream()))
                .flatMap(each -> each);
        return Stream.concat(
                Stream.concat(Stream.of(id()), keys.map(words::plain)),
                happens.stream().map(each -> each.words(words)));
    }

    /** A text without what people do not mean when they search: width and case. */
    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    }
}
