package popbeforesmtp.lesson.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.ExchangeResult.Desk;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.Dialogue;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * A world as a mail program sees it: replies, greetings and silence, but no reason, no row that decided, and nobody who says
 * that another machine has answered. So a closed box is shown.
 */
public final class Redaction {

    private Redaction() {}

    /** The same world without its reasons. */
    public static WorldView of(WorldView view) {
        List<WorldView.Row> rows = view.list().stream()
                .map(row -> new WorldView.Row(row.host(), row.kept(), row.left(), false, row.writer()))
                .toList();
        return new WorldView(
                view.moment(),
                view.setUp(),
                view.sitting(),
                view.result().map(Redaction::of),
                of(view.dialogue()),
                new WorldView.Records(rows, view.keeping(), view.friendMail(), view.fetched()),
                view.line());
    }

    /** A dialogue whose cause is told without its reasons. */
    public static Dialogue of(Dialogue dialogue) {
        return new Dialogue(
                talk(dialogue.events()), dialogue.earlier(), dialogue.cause().map(Redaction::of));
    }

    /** A dialogue in which only what was said is known. */
    public static List<Event> talk(List<Event> events) {
        List<Event> talk = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.SessionOpened opened) {
                talk.add(new Event.SessionOpened(
                        opened.at(),
                        opened.session(),
                        opened.seat(),
                        opened.protocol(),
                        opened.called(),
                        domain(opened),
                        opened.from()));
            } else if (event instanceof Event.Said
                    || event instanceof Event.Letter
                    || event instanceof Event.Secured
                    || event instanceof Event.SealedOctets
                    || event instanceof Event.CallFailed) {
                talk.add(event);
            }
        }
        return List.copyOf(talk);
    }

    /** The host that was meant. */
    private static String domain(Event.SessionOpened opened) {
        String role = opened.protocol() == Protocol.POP3 ? "pop." : "smtp.";
        return opened.dialled().startsWith(role) ? opened.dialled().substring(role.length()) : opened.host();
    }

    private static Result of(Result result) {
        Optional<ExchangeResult> receiving = result.receiving().map(Redaction::of);
        Optional<ExchangeResult> sending = result.sending().map(Redaction::of);
        List<Message> messages = Stream.concat(sending.stream(), receiving.stream())
                .flatMap(half -> half.messages().stream())
                .toList();
        return new Result(
                result.number(),
                result.at(),
                result.press(),
                receiving,
                sending,
                messages.isEmpty() ? result.messages() : messages,
                List.of());
    }

    /** A half of which only the reply is known, and that the one who was called has answered. */
    private static ExchangeResult of(ExchangeResult half) {
        Desk desk = half.desk();
        return new ExchangeResult(
                half.outcome(),
                half.reply(),
                Optional.empty(),
                Optional.empty(),
                new Desk(desk.protocol(), desk.dialled(), desk.answered().map(name -> desk.dialled())),
                List.of(told(half.outcome(), half.reply())),
                List.of());
    }

    private static Message told(Outcome outcome, String reply) {
        return switch (outcome) {
            case RECEIVED, RECEIVE_FAILED -> Message.of("r.box.receive").with("code", reply);
            case SENT, REFUSED -> Message.of("r.box.send").with("code", reply);
            case NO_ANSWER -> Message.of("r.silent");
            case CONNECTION_REFUSED -> Message.of("r.box.closed");
            case NAME_UNKNOWN -> Message.of("r.box.name");
            case LOST -> Message.of("r.lost");
        };
    }
}
