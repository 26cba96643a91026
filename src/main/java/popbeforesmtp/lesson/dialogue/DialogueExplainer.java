package popbeforesmtp.lesson.dialogue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * Puts a dialogue into plain words: pure functions over its events. A meaning says what its line says and no more; only the
 * line that decided also says why, in the words of the reason that was found for people.
 */
public final class DialogueExplainer {

    private final List<Event> talk;
    private final Optional<Result> result;
    private final Map<Integer, LineExplainer> interpreters = new HashMap<>();
    private final Map<Integer, Event> causes = new HashMap<>();

    private DialogueExplainer(List<Event> talk, Optional<Result> result) {
        this.talk = talk;
        this.result = result;
    }

    /** The meanings of the dialogue that is shown now. */
    public static List<Meaning> of(WorldView view) {
        return of(view.talk(), view.talked());
    }

    /**
     * The meanings of a dialogue, in its order: of every heading, line and letter, and of what the network did. Events that
     * are not shown in a dialogue are left out.
     *
     * @param result what the press led to that caused the dialogue; with another one only the servers' own reasons are told
     */
    public static List<Meaning> of(List<Event> talk, Optional<Result> result) {
        return new DialogueExplainer(talk, result).all();
    }

    private List<Meaning> all() {
        List<Meaning> meanings = new ArrayList<>();
        for (Event event : talk) {
            if (event instanceof Event.SealedOctets octets) {
                attach(meanings, octets);
            }
            of(event).ifPresent(telling -> meanings.add(new Meaning(event, telling, secret(event), Optional.empty())));
        }
        return meanings;
    }

    /** Sets the octets beside what was said last in their session. */
    private static void attach(List<Meaning> meanings, Event.SealedOctets octets) {
        for (int i = meanings.size() - 1; i >= 0; i--) {
            if (meanings.get(i).event().session() == octets.session()) {
                meanings.set(i, meanings.get(i).with(octets));
                return;
            }
        }
    }

    /** What a line gives away, once its meaning is known. */
    private Optional<String> secret(Event event) {
        return event instanceof Event.Said said && said.speaker() == Speaker.CLIENT
                ? interpreter(said.session()).secret(said.line())
                : Optional.empty();
    }

    private Optional<Message> of(Event event) {
        if (event instanceof Event.SessionOpened opened) {
            interpreters.put(opened.session(), interpreter(opened.protocol(), opened.host()));
            return Optional.of(heading(opened));
        }
        if (event instanceof Event.CallFailed failed) {
            return Optional.of(notConnected(failed));
        }
        if (event instanceof Event.Secured) {
            return Optional.of(Message.of("talk.secured"));
        }
        if (event instanceof Event.Letter letter) {
            return Optional.of(interpreter(letter.session()).letter(letter));
        }
        if (event instanceof Event.Said said) {
            LineExplainer interpreter = interpreter(said.session());
            return Optional.of(
                    said.speaker() == Speaker.CLIENT
                            ? interpreter.client(said.line())
                            : interpreter.server(said.line(), reason(said)));
        }
        remember(event);
        return KeeperExplainer.of(event);
    }

    /** Keeps what was decided until the server says it. */
    private void remember(Event event) {
        if (event instanceof Event.Decided decided) {
            causes.put(decided.session(), decided);
        } else if (event instanceof Event.Listed listed) {
            causes.put(listed.session(), listed);
        } else if (event instanceof Event.LogInRefused refused) {
            causes.put(refused.session(), refused);
        }
    }

    /** The interpreter of a session; of one whose beginning is no longer kept, by the way its server speaks. */
    private LineExplainer interpreter(int session) {
        return interpreters.computeIfAbsent(session, number -> {
            boolean pop3 = talk.stream()
                    .anyMatch(event -> event instanceof Event.Said said
                            && said.session() == session
                            && said.speaker() == Speaker.SERVER
                            && (said.line().startsWith("+OK") || said.line().startsWith("-ERR")));
            return interpreter(pop3 ? Protocol.POP3 : Protocol.SMTP, "");
        });
    }

    private static LineExplainer interpreter(Protocol protocol, String host) {
        return switch (protocol) {
            case POP3 -> new Pop3Interpreter();
            case SMTP -> new SmtpInterpreter(host);
        };
    }

    private static Message heading(Event.SessionOpened opened) {
        String kind = opened.protocol() == Protocol.POP3 ? "pop" : "smtp";
        String answered = kind + "." + opened.host();
        String dialled = opened.dialled();
        return Message.of("talk.session." + (answered.equalsIgnoreCase(dialled) ? kind : "redirected"))
                .with("dialled", dialled)
                .with("host", answered)
                .with("port", opened.port())
                .with("ip", opened.from());
    }

    private static Message notConnected(Event.CallFailed failed) {
        String key = switch (failed.reason()) {
            case NAME_UNKNOWN -> "talk.network.name-unknown";
            case CONNECTION_REFUSED -> "talk.network.connection-refused";
            default -> "talk.network.silence";
        };
        return Message.of(key).with("dialled", failed.dialled()).with("port", failed.port());
    }

    /** Why the server said this line: nothing, unless the gate or a log-in decided right before it. */
    private Optional<Reason> reason(Event.Said said) {
        Event cause = causes.remove(said.session());
        if (cause instanceof Event.Decided decided) {
            return refined(said, decided).or(() -> Optional.of(decided.reason()));
        }
        if (cause instanceof Event.LogInRefused refused) {
            return Optional.of(refused.reason());
        }
        return Optional.ofNullable(cause).map(listed -> Reason.LISTED);
    }

    private Optional<Reason> refined(Event.Said said, Event.Decided decided) {
        Optional<ExchangeResult> sending = result.flatMap(Result::sending);
        Optional<Reason> deciding = sending.filter(
                        half -> half.key().filter(key -> key.event() == said).isPresent())
                .flatMap(ExchangeResult::reason);
        return deciding.or(() -> sending.stream()
                .flatMap(half -> half.recipients().stream())
                .filter(each -> each.recipient().equals(decided.recipient())
                        && each.replyLine().equals(said.line()))
                .map(ExchangeResult.RecipientResult::reason)
                .findFirst());
    }
}
