package popbeforesmtp.web.experiment;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.web.bench.TalkLine;

/**
 * A row of two dialogues beside each other.
 *
 * @param before the line of the earlier one, if it has one here
 * @param last the line of the later one, if it has one here
 * @param same whether both say the same
 * @param first whether it is the first row that differs
 */
record DialogueDiff(@Nullable TalkLine before, @Nullable TalkLine last, boolean same, boolean first) {

    /** Both lines; a missing one is null. */
    public List<@Nullable TalkLine> lines() {
        return Arrays.asList(before, last);
    }

    /** Sets two dialogues beside each other so that as many lines as can be stand beside their like. */
    static List<DialogueDiff> of(List<TalkLine> before, List<TalkLine> last) {
        int[][] alike = alike(before, last);
        List<DialogueDiff> rows = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < before.size() || j < last.size()) {
            int left = i;
            int right = j;
            while (i < before.size() && alike[i][j] == alike[i + 1][j]) {
                i++;
            }
            while (j < last.size() && alike[i][j] == alike[i][j + 1]) {
                j++;
            }
            different(before.subList(left, i), last.subList(right, j), rows);
            if (i < before.size() && j < last.size()) {
                rows.add(new DialogueDiff(before.get(i++), last.get(j++), true, false));
            }
        }
        return rows;
    }

    private static void different(List<TalkLine> before, List<TalkLine> last, List<DialogueDiff> rows) {
        boolean first = rows.stream().allMatch(DialogueDiff::same);
        for (int i = 0; i < Math.max(before.size(), last.size()); i++) {
            rows.add(new DialogueDiff(
                    i < before.size() ? before.get(i) : null,
                    i < last.size() ? last.get(i) : null,
                    false,
                    first && i == 0));
        }
    }

    /** How many lines are alike from each pair of places on, at the most. */
    private static int[][] alike(List<TalkLine> before, List<TalkLine> last) {
        int[][] alike = new int[before.size() + 1][last.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--) {
            for (int j = last.size() - 1; j >= 0; j--) {
                alike[i][j] = isSame(before.get(i), last.get(j))
                        ? alike[i + 1][j + 1] + 1
                        : Math.max(alike[i + 1][j], alike[i][j + 1]);
            }
        }
        return alike;
    }

    /** Whether two lines say the same; when a session began and which letter it was does not matter. */
    private static boolean isSame(TalkLine one, TalkLine other) {
        boolean meant = one.kind().equals("session") || one.kind().equals("letter");
        return one.kind().equals(other.kind())
                && one.from().equals(other.from())
                && (meant ? bare(one.means()).equals(bare(other.means())) : Objects.equals(one.wire(), other.wire()));
    }

    /** A text without its readings, which are given once a page. */
    private static String bare(String html) {
        return html.replaceAll("<r[tp]\\b.*?</r[tp]>|<[^>]+>", "");
    }
}
