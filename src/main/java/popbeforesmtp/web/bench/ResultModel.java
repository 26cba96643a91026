package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Times;

/**
 * The answer under the buttons.
 *
 * @param data what programs read of it
 * @param seal the mark beside it
 * @param told the heading, why, and what next
 * @param recipients what became of each, if there were several
 * @param line the deciding line as it stands in the dialogue, or empty
 * @param number which press it was
 */
record ResultModel(Data data, Seal seal, Told told, List<Recipient> recipients, String line, int number) {

    /**
     * The attributes {@code data-outcome} and so on.
     *
     * @param outcome nothing for a press without mail
     * @param receive the outcome of the first half, if one press did both
     * @param reply the server's reply code, if there was a reply
     * @param reason the reason, if there is one
     */
    record Data(@Nullable String outcome, @Nullable String receive, String reply, String reason) {

        static Data of(Result result) {
            return new Data(
                    result.outcome().map(Outcome::kebab).orElse(null),
                    result.receive().map(Outcome::kebab).orElse(null),
                    result.reply(),
                    result.reason().map(Reason::kebab).orElse(""));
        }

        /** Where the page for one's own mail speaks of the same, if the mail was not taken. */
        public @Nullable String help() {
            if (outcome == null) {
                return null;
            }
            return switch (outcome) {
                case "no-answer", "connection-refused", "name-unknown", "lost" -> "no-answer";
                case "refused" -> HELPED.getOrDefault(reply, "550");
                default -> null;
            };
        }
    }

    /**
     * The mark beside it.
     *
     * @param mark as in {@code data-outcome}; {@code through} if somebody slipped through, {@code note} for a press without
     *     mail
     * @param stamp the practice time on the postmark, if something was sent
     */
    record Seal(String mark, @Nullable String stamp) {

        static Seal of(Result result) {
            Optional<Outcome> outcome = result.outcome();
            return new Seal(
                    outcome.map(ended -> isThroughAnother(result) ? "through" : ended.kebab())
                            .orElse("note"),
                    outcome.filter(ended -> ended == Outcome.SENT)
                            .map(ended -> Times.stamp(result.at()))
                            .orElse(null));
        }

        /** The drawing, if there is one besides the postmark. */
        public @Nullable String picture() {
            return switch (mark) {
                case "refused" -> "return-tag";
                case "received" -> "received";
                case "receive-failed" -> "receive-failed";
                case "no-answer", "connection-refused", "name-unknown", "lost" -> "cut-wire";
                default -> null;
            };
        }
    }

    /**
     * What is told, HTML.
     *
     * @param verdict the heading; nothing for a press without mail
     * @param reasons why
     * @param next what to do next; for pages on which it can be done
     */
    record Told(@Nullable String verdict, List<String> reasons, List<String> next) {

        static Told of(Result result, Localizer words) {
            Optional<String> verdict = result.outcome().map(ended -> ResultModel.verdict(result, ended));
            return new Told(
                    verdict.map(words::html).orElse(null),
                    ResultModel.reasons(result, verdict, words),
                    result.next().stream().map(words::html).toList());
        }
    }

    /** One recipient: the address, the reply line, and whether it was taken. */
    record Recipient(String address, String reply, boolean taken) {}

    /** Replies that the page for one's own mail has another place for than that of the usual refusal. */
    private static final Map<String, String> HELPED = Map.of("530", "530", "535", "535");

    static ResultModel of(Result result, Localizer words) {
        return new ResultModel(
                Data.of(result),
                Seal.of(result),
                Told.of(result, words),
                result.recipients().stream()
                        .map(each -> new Recipient(
                                each.recipient(),
                                each.replyLine(),
                                each.reason().accepts()))
                        .toList(),
                line(result),
                result.number());
    }

    private static boolean isThroughAnother(Result result) {
        return result.sending().filter(ExchangeResult::isThroughAnother).isPresent();
    }

    private static String verdict(Result result, Outcome outcome) {
        boolean partial = result.main().filter(ExchangeResult::isPartial).isPresent();
        return "verdict." + (partial ? "part" : isThroughAnother(result) ? "through" : outcome.kebab());
    }

    private static List<String> reasons(Result result, Optional<String> verdict, Localizer words) {
        List<String> reasons = new ArrayList<>();
        for (Message telling : result.messages()) {
            reasons.add(
                    reasons.isEmpty() && verdict.isPresent()
                            ? words.htmlAfter(verdict.get(), telling)
                            : words.html(telling));
        }
        return reasons;
    }

    /** A line that could not be said, since no call came through, is none. */
    private static String line(Result result) {
        return result.key()
                .map(ExchangeResult.Key::event)
                .filter(Event.Said.class::isInstance)
                .map(event -> TalkLine.decoded(((Event.Said) event).line()))
                .orElse(result.reply());
    }
}
