package popbeforesmtp.web.bench;

import java.net.InetAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.network.Place;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;
import popbeforesmtp.sandbox.press.Program;
import popbeforesmtp.sandbox.world.WorldView;

/**
 * The map: the place, two wires, two desks. Words are given by the keys of their messages.
 *
 * @param place where the learner sits
 * @param picture the drawing of the place
 * @param address what the world sees, if there is a line
 * @param inside the address in the place's own network, if it has one
 * @param receiving the upper wire and desk
 * @param sending the lower wire and desk
 */
record NetworkMap(
        String place,
        String picture,
        @Nullable String address,
        @Nullable String inside,
        Way receiving,
        Way sending) {

    /**
     * A wire and the desk at its end.
     *
     * @param wire {@code idle done sent back cut}
     * @param wireWords what is written at the wire, if anything
     * @param desk {@code idle received sent refused through}
     * @param host the machine that answers there
     * @param elsewhere whether it is not the one that was dialled
     */
    record Way(String wire, @Nullable String wireWords, String desk, String host, boolean elsewhere) {

        /** The drawing on the wire, if a letter is on its way. */
        public @Nullable String letter() {
            return switch (wire) {
                case "sent" -> "letter-stamped";
                case "back" -> "letter-returned";
                case "cut" -> "letter-cut";
                default -> null;
            };
        }

        /** The mark on the desk, if it has decided something. */
        public @Nullable String mark() {
            return switch (desk) {
                case "received", "sent", "through" -> "yes";
                case "refused" -> "no";
                default -> null;
            };
        }
    }

    static NetworkMap of(WorldView view) {
        return new NetworkMap(
                view.place().id(),
                picture(view.place()),
                view.address().map(InetAddress::getHostAddress).orElse(null),
                view.place().inside().map(InetAddress::getHostAddress).orElse(null),
                receiving(view),
                sending(view));
    }

    private static String picture(Place place) {
        return switch (place) {
            case CENTRE, NEXT_SEAT -> "hall";
            case HOME, ADSL -> "house";
            case PHONE, NEXT_CALLER -> "telephone";
            case STRANGER -> "pc";
        };
    }

    private static Way receiving(WorldView view) {
        String host = "pop." + view.options().incoming();
        return receivingHalf(view)
                .map(ended -> switch (ended) {
                    case RECEIVED -> new Way("done", "wire.received", "received", host, false);
                    case RECEIVE_FAILED, REFUSED, SENT -> new Way("done", "wire.back.pop", "refused", host, false);
                    case NO_ANSWER, CONNECTION_REFUSED, NAME_UNKNOWN, LOST -> cut(ended, host);
                })
                .orElse(new Way("idle", null, "idle", host, false));
    }

    private static Way sending(WorldView view) {
        String wanted = "smtp." + view.options().outgoing();
        Optional<Outcome> half = sendingHalf(view);
        if (half.isEmpty()) {
            return new Way("idle", null, "idle", wanted, false);
        }
        String host = answering(view).map(answering -> "smtp." + answering).orElse(wanted);
        boolean elsewhere = !host.equals(wanted);
        return switch (half.get()) {
            case SENT, RECEIVED ->
                new Way(
                        "sent",
                        "wire.sent." + (isLocal(view) ? "hanako" : "taro"),
                        view.result().filter(ResultModel::slippedThrough).isPresent() ? "through" : "sent",
                        host,
                        elsewhere);
            case REFUSED, RECEIVE_FAILED ->
                new Way("back", elsewhere ? "wire.redirected" : "wire.back", "refused", host, elsewhere);
            case NO_ANSWER, CONNECTION_REFUSED, NAME_UNKNOWN, LOST -> cut(half.get(), host);
        };
    }

    private static boolean isLocal(WorldView view) {
        return view.result()
                .flatMap(Result::reason)
                .filter(reason -> reason == Reason.LOCAL_RECIPIENT)
                .isPresent();
    }

    private static Way cut(Outcome ended, String host) {
        return new Way("cut", "wire." + ended.kebab(), "idle", host, false);
    }

    private static Optional<Outcome> receivingHalf(WorldView view) {
        return view.result()
                .flatMap(result ->
                        result.receive().or(() -> onlyReceived(view, result) ? result.outcome() : Optional.empty()));
    }

    private static Optional<Outcome> sendingHalf(WorldView view) {
        return view.result().filter(result -> !onlyReceived(view, result)).flatMap(Result::outcome);
    }

    /** Whether the outcome is that of a receiving: asked for alone, or failed before the sending could begin. */
    private static boolean onlyReceived(WorldView view, Result result) {
        return result.press() instanceof Press.Receive
                || (view.options().program() == Program.RECEIVE_BEFORE_SEND
                        && result.receive().isEmpty());
    }

    /** The host that answered the latest call to a sending server. */
    private static Optional<String> answering(WorldView view) {
        return view.talk().stream()
                .filter(event -> event instanceof Event.SessionOpened opened && opened.protocol() == Protocol.SMTP)
                .map(event -> ((Event.SessionOpened) event).host())
                .reduce((earlier, later) -> later);
    }
}
