package popbeforesmtp.web.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.prose.Prose;
import popbeforesmtp.lesson.reading.Claim;
import popbeforesmtp.lesson.reading.Explanation;
import popbeforesmtp.web.bench.ExperimentControls;
import popbeforesmtp.web.bench.SandboxModel;
import popbeforesmtp.web.bench.TalkLine;

/**
 * A page to read, with an experiment beside it.
 *
 * @param text what is read
 * @param before the parts up to the chosen claim, all if none is chosen
 * @param after the parts after it
 * @param beside the experiment
 * @param entries the claims in the order of the text
 */
record ReadingModel(Explanation text, List<Part> before, List<Part> after, Beside beside, List<Entry> entries) {

    private static final Map<String, String> STORY_PLACES =
            Map.of("e-words", "S7", "atmarkit", "S5", "plala", "S8", "dion", "S10");

    /**
     * A part of the text.
     *
     * @param scene the drawing at its head
     * @param blocks headings and paragraphs
     */
    record Part(@Nullable String scene, List<Prose> blocks) {}

    /**
     * A claim in the list of all.
     *
     * @param claim the claim
     * @param seen whether it was put to the test
     * @param tried whether it can be, with an experiment
     */
    record Entry(Claim claim, boolean seen, boolean tried) {

        /** The key of what is said beside it before it was seen. */
        public String invitation() {
            boolean isHistory = claim.proofs().isEmpty() && claim.history().isPresent();
            return "read.list." + (isHistory ? "history" : tried ? "try" : "note");
        }
    }

    /**
     * What stands beside the text.
     *
     * @param bench the learner's world
     * @param tools what is shown of it
     * @param claim the claim that is put to the test, if one is chosen
     * @param told whether the claim's own words tell what to press; else those of the experiment
     * @param seen whether the world has come to what shows the claim
     * @param known whether it had before
     * @param others the experiments that show the claim, if there are several
     */
    record Beside(
            SandboxModel bench,
            ExperimentControls tools,
            @Nullable Claim claim,
            boolean told,
            boolean seen,
            boolean known,
            List<String> others) {

        /** Whether there is something to try. */
        public boolean isPlayed() {
            return claim == null || !claim.proofs().isEmpty();
        }

        /** Whether one line of the dialogue decided; the others can wait. */
        public boolean isBrief() {
            return bench.talk().stream().anyMatch(TalkLine::key);
        }

        /** How many lines the dialogue has. */
        public long lines() {
            return bench.talk().stream()
                    .filter(line -> !line.kind().equals("session"))
                    .mapToLong(line -> 1 + line.rest().size())
                    .sum();
        }

        /** The key of what the heading is introduced with. */
        public String said() {
            return claim == null ? "read.beside" : claim.source().equals("story") ? "read.said.story" : "read.said";
        }
    }

    /** The parts of a text in two halves: up to the claim with all that belongs to it, and the rest. */
    static List<List<Part>> halves(Explanation text, Optional<Claim> chosen) {
        boolean pictures = text.slug().equals("story");
        List<Part> before = new ArrayList<>();
        List<Part> after = new ArrayList<>();
        List<Part> half = before;
        boolean found = false;
        List<Prose> blocks = new ArrayList<>();
        for (Prose block : text.body().blocks()) {
            if (block.isHeading() && !blocks.isEmpty()) {
                half.add(part(blocks, pictures));
                blocks = new ArrayList<>();
                half = found ? after : before;
            }
            blocks.add(block);
            if (chosen.filter(claim -> block.passages().contains(claim.id())).isPresent()) {
                found = true;
                if (!pictures) {
                    half.add(part(blocks, false));
                    blocks = new ArrayList<>();
                    half = after;
                }
            }
        }
        if (!blocks.isEmpty()) {
            half.add(part(blocks, pictures));
        }
        return List.of(before, after);
    }

    /** The story's parts that have a number have a drawing. */
    private static Part part(List<Prose> blocks, boolean pictures) {
        char number = pictures && !blocks.isEmpty() ? blocks.get(0).plain().charAt(0) : ' ';
        return new Part(number >= '1' && number <= '6' ? "scene-" + number : null, List.copyOf(blocks));
    }

    /** Where the story comes to this explanation, as an anchor; nothing for the story itself. */
    public @Nullable String storyPlace() {
        return STORY_PLACES.get(text.slug());
    }

    /** How many claims can be put to the test. */
    public long triable() {
        return entries.stream().filter(Entry::tried).count();
    }

    /** How many were. */
    public long proven() {
        return entries.stream().filter(entry -> entry.tried() && entry.seen()).count();
    }

    /** The page before this one, if there is one. */
    public @Nullable String previous() {
        int at = Explanation.SLUGS.indexOf(text.slug());
        return at > 0 ? Explanation.SLUGS.get(at - 1) : null;
    }

    /** The page after this one, if there is one. */
    public @Nullable String next() {
        int at = Explanation.SLUGS.indexOf(text.slug());
        return at + 1 < Explanation.SLUGS.size() ? Explanation.SLUGS.get(at + 1) : null;
    }

    /** All pages of this kind. */
    public List<String> slugs() {
        return Explanation.SLUGS;
    }
}
