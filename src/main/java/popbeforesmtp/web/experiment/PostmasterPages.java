package popbeforesmtp.web.experiment;

import io.javalin.http.Context;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import popbeforesmtp.sandbox.postmaster.Day;
import popbeforesmtp.sandbox.postmaster.PostOffice;
import popbeforesmtp.sandbox.postmaster.PostmasterRule;
import popbeforesmtp.web.page.ErrorPages;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.OptionGroup;
import popbeforesmtp.web.page.PageChrome;
import popbeforesmtp.web.page.Views;
import popbeforesmtp.web.world.Visitors;
import popbeforesmtp.web.world.WorldAccess;

/**
 * The other side of the desk: the reader lays down a rule and sees a day under it, and the same day under another rule. A day
 * belongs to nobody's world, so it is asked for with an address, which can be sent to others.
 */
public final class PostmasterPages {

    public static final String SLUG = "/postmaster";

    /** The rules that can be taken ready: the four explanations, and how it is done today. */
    private static final Map<String, PostmasterRule> PRESETS = presets();

    private static final String COMPARED = "today";
    private static final List<String> YES_NO = List.of("yes", "no");

    private final PostOffice office;
    private final Visitors visitors;
    private final WorldAccess access;
    private final Views views;
    private final ErrorPages errors;

    public PostmasterPages(PostOffice office, Visitors visitors, WorldAccess access, Views views, ErrorPages errors) {
        this.office = office;
        this.visitors = visitors;
        this.access = access;
        this.views = views;
        this.errors = errors;
    }

    private static Map<String, PostmasterRule> presets() {
        Map<String, PostmasterRule> presets = new LinkedHashMap<>();
        presets.put("e-words", rule(5));
        presets.put(
                "atmarkit",
                new PostmasterRule(
                        10, PostmasterRule.Key.NAME, PostmasterRule.Reads.RECIPIENT, true, false, true, false));
        presets.put("plala", rule(10));
        presets.put("dion", rule(15));
        presets.put(
                "today",
                new PostmasterRule(
                        0, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.RECIPIENT, false, true, false, false));
        presets.put(
                "old-days",
                new PostmasterRule(
                        0, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.RECIPIENT, true, false, true, true));
        return presets;
    }

    private static PostmasterRule rule(int minutes) {
        return new PostmasterRule(
                minutes, PostmasterRule.Key.ADDRESS, PostmasterRule.Reads.RECIPIENT, true, false, true, false);
    }

    public void show(Context ctx) {
        visitors.greet(ctx);
        Localizer words = views.wording(ctx);
        String day = Optional.ofNullable(ctx.queryParam("day")).orElse("");
        Optional<PostmasterRule> asked = asked(ctx);
        String beside = Optional.ofNullable(ctx.queryParam("beside")).orElse(COMPARED);
        if (asked.isEmpty() || !PRESETS.containsKey(beside)) {
            errors.tell(ctx, 400, "badform");
            return;
        }
        PostmasterRule rule = asked.get();
        Map<String, Object> model = new HashMap<>();
        model.put("rule", new RuleModel(rule, beside));
        model.put(
                "presets",
                PRESETS.entrySet().stream()
                        .map(preset -> new Preset(preset.getKey(), query(preset.getValue(), beside)))
                        .toList());
        if (!day.isEmpty()) {
            PostmasterRule other = PRESETS.get(beside);
            boolean known = office.isPlayed(rule) && office.isPlayed(other);
            if (!known && !access.letsMake(ctx)) {
                errors.tell(ctx, 429, "manyworlds");
                return;
            }
            Optional<Day> mine = office.day(rule);
            Optional<Day> theirs = office.day(other);
            if (mine.isEmpty() || theirs.isEmpty()) {
                errors.tell(ctx, 503, "again");
                return;
            }
            model.put("day", DayModel.of(mine.get(), theirs.get(), words));
        }
        String query = day.isEmpty() ? "" : query(rule, beside) + "&day=1";
        model.put("frame", new PageChrome(words.language(), SLUG, query, "postmaster.title"));
        ctx.render("postmaster", model);
    }

    /**
     * A rule that can be taken ready.
     *
     * @param id its name
     * @param query leads to the page with it
     */
    record Preset(String id, String query) {}

    /** The rule of the address; what is not said is as plala had it. Nothing if something cannot be chosen. */
    private static Optional<PostmasterRule> asked(Context ctx) {
        try {
            return Optional.of(new PostmasterRule(
                    Integer.parseInt(value(ctx, "minutes", "10")),
                    PostmasterRule.Key.valueOf(value(ctx, "key", "address").toUpperCase(Locale.ROOT)),
                    PostmasterRule.Reads.valueOf(
                            value(ctx, "reads", "recipient").toUpperCase(Locale.ROOT)),
                    yes(ctx, "own", "yes"),
                    yes(ctx, "auth", "no"),
                    yes(ctx, "port25", "yes"),
                    yes(ctx, "everybody", "no")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String value(Context ctx, String name, String otherwise) {
        return Optional.ofNullable(ctx.queryParam(name)).orElse(otherwise);
    }

    private static boolean yes(Context ctx, String name, String otherwise) {
        String value = value(ctx, name, otherwise);
        if (!value.equals("yes") && !value.equals("no")) {
            throw new IllegalArgumentException(name);
        }
        return value.equals("yes");
    }

    private static String query(PostmasterRule rule, String beside) {
        StringJoiner query = new StringJoiner("&", "?", "");
        new RuleModel(rule, beside).answers().forEach((name, value) -> query.add(name + "=" + value));
        return query.add("beside=" + beside).toString();
    }

    /**
     * A rule as its form shows it.
     *
     * @param rule the rule
     * @param beside the name of the one that the day is compared with
     */
    record RuleModel(PostmasterRule rule, String beside) {

        /** What is chosen, by the names in the form. */
        Map<String, String> answers() {
            Map<String, String> answers = new LinkedHashMap<>();
            answers.put("minutes", String.valueOf(rule.minutes()));
            answers.put("key", rule.key().name().toLowerCase(Locale.ROOT));
            answers.put("reads", rule.reads().name().toLowerCase(Locale.ROOT));
            answers.put("own", yes(rule.ownNetwork()));
            answers.put("auth", yes(rule.auth()));
            answers.put("port25", yes(rule.port25()));
            answers.put("everybody", yes(rule.everybody()));
            return answers;
        }

        /** Leads to the page with it. */
        public String query() {
            return PostmasterPages.query(rule, beside);
        }

        private static String yes(boolean is) {
            return is ? "yes" : "no";
        }

        /** The questions, with the answers that there are. */
        public List<OptionGroup> groups() {
            Map<String, String> chosen = answers();
            return List.of(
                    group(
                            "minutes",
                            PostmasterRule.MINUTES.stream().map(String::valueOf).toList(),
                            chosen),
                    group("key", List.of("address", "name"), chosen),
                    group("reads", List.of("recipient", "connect"), chosen),
                    group("own", YES_NO, chosen),
                    group("auth", YES_NO, chosen),
                    group("port25", YES_NO, chosen),
                    group("everybody", YES_NO, chosen));
        }

        private static OptionGroup group(String name, List<String> values, Map<String, String> chosen) {
            return OptionGroup.of(name, "rule." + name + ".", values, chosen.getOrDefault(name, ""));
        }
    }
}
