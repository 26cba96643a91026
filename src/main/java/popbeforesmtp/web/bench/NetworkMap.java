package popbeforesmtp.web.bench;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Result;
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
                case "back" -> "letter-held";
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
                PlaceDrawing.of(view.place()),
                view.address().map(Addresses::text).orElse(null),
                Border.inside(view).orElse(null),
                receiving(view),
                sending(view));
    }

    /** The upper wire and desk. */
    static Way receiving(WorldView view) {
        String called = "pop." + view.options().incoming();
        Optional<ExchangeResult> half = view.result().flatMap(Result::receiving);
        if (half.isEmpty()) {
            return new Way("idle", null, "idle", called, false);
        }
        String host = host(half.get());
        return switch (half.get().outcome()) {
            case RECEIVED, SENT -> new Way("done", "wire.received", "received", host, false);
            case RECEIVE_FAILED, REFUSED -> new Way("done", "wire.back.pop", "refused", host, false);
            case NO_ANSWER, CONNECTION_REFUSED, NAME_UNKNOWN, LOST -> cut(half.get(), host);
        };
    }

    /** The lower wire and desk. */
    static Way sending(WorldView view) {
        String called = "smtp." + view.options().outgoing();
        Optional<ExchangeResult> half = view.result().flatMap(Result::sending);
        if (half.isEmpty()) {
            return new Way("idle", null, "idle", called, false);
        }
        String host = host(half.get());
        boolean elsewhere = half.get().desk().isElsewhere();
        return switch (half.get().outcome()) {
            case SENT, RECEIVED ->
                new Way(
                        "sent",
                        "wire.sent." + (isLocal(half.get()) ? "hanako" : "taro"),
                        half.get().isThroughAnother() ? "through" : "sent",
                        host,
                        elsewhere);
            case REFUSED, RECEIVE_FAILED ->
                new Way("back", elsewhere ? "wire.redirected" : "wire.back", "refused", host, elsewhere);
            case NO_ANSWER, CONNECTION_REFUSED, NAME_UNKNOWN, LOST -> cut(half.get(), host);
        };
    }

    /** The machine that answered; the one that was called, if none did. */
    private static String host(ExchangeResult half) {
        return half.desk().answered().orElse(half.desk().dialled());
    }

    private static boolean isLocal(ExchangeResult half) {
        return half.reason().filter(reason -> reason == Reason.LOCAL_RECIPIENT).isPresent();
    }

    private static Way cut(ExchangeResult half, String host) {
        return new Way("cut", "wire." + half.outcome().kebab(), "idle", host, false);
    }
}
