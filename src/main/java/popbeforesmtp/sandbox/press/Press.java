package popbeforesmtp.sandbox.press;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.mailclient.MailProgram;
import popbeforesmtp.mailclient.Postcard;
import popbeforesmtp.network.Place;

/** One press of a button, as the journal keeps it. Playing the same presses again gives the same world. */
public sealed interface Press {

    /** The name of its kind in forms, content, links and the journal: {@code advance}. */
    String id();

    /** What the kind leaves open, as {@link PressCodec} writes it: {@code after-end}; empty if nothing. */
    default String argument() {
        return "";
    }

    /** Lets the right one of the acts happen. */
    <R> R perform(Acts<R> acts);

    /**
     * One act a kind of press.
     *
     * @param <R> what an act leads to
     */
    interface Acts<R> {
        R begin(SetUp setUp);

        R receive();

        R send();

        R sendCard(Postcard card, int seat);

        R sendReceive();

        R moveTo(Place place);

        R dial();

        R hangUp();

        R nextCallerDials();

        R advance(ClockMove move);

        R tend(Tending what);

        R choose(Options options);

        R open(String host, int port);

        R type(String line);

        R close();

        R lineCut();

        R climb(LadderStep rung);
    }

    /** The world starts. */
    record Begin(SetUp setUp) implements Press {

        @Override
        public String id() {
            return "begin";
        }

        @Override
        public String argument() {
            return PressCodec.text(setUp);
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.begin(setUp);
        }
    }

    /** 受信する. */
    record Receive() implements Press {

        @Override
        public String id() {
            return "receive";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.receive();
        }
    }

    /** 送信する. */
    record Send() implements Press {

        @Override
        public String id() {
            return "send";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.send();
        }
    }

    /**
     * 送信する in a round of a class: a picture postcard.
     *
     * @param card which one
     * @param seat whom it is for, a seat; 0 for taro
     */
    record SendCard(Postcard card, int seat) implements Press {

        /** How many seats a room can have. */
        public static final int SEATS = 60;

        /** @throws IllegalArgumentException if there is no such seat */
        public SendCard {
            if (seat < 0 || seat > SEATS) {
                throw new IllegalArgumentException("no seat " + seat);
            }
        }

        @Override
        public String id() {
            return "card";
        }

        @Override
        public String argument() {
            return card.id() + "-" + seat;
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.sendCard(card, seat);
        }
    }

    /** 送受信する. */
    record SendReceive() implements Press {

        @Override
        public String id() {
            return "both";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.sendReceive();
        }
    }

    /** ここへ移る. */
    record MoveTo(Place place) implements Press {

        /** @throws IllegalArgumentException for the next caller's place, which only {@link NextCallerDials} leads to */
        public MoveTo {
            if (place == Place.NEXT_CALLER) {
                throw new IllegalArgumentException("nobody moves to " + place.id());
            }
        }

        @Override
        public String id() {
            return "move";
        }

        @Override
        public String argument() {
            return place.id();
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.moveTo(place);
        }
    }

    /** 電話をかける. */
    record Dial() implements Press {

        @Override
        public String id() {
            return "dial";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.dial();
        }
    }

    /** 電話を切る. */
    record HangUp() implements Press {

        @Override
        public String id() {
            return "hang-up";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.hangUp();
        }
    }

    /** 次の人がかける. */
    record NextCallerDials() implements Press {

        @Override
        public String id() {
            return "next-caller";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.nextCallerDials();
        }
    }

    /** The clock is moved. */
    record Advance(ClockMove move) implements Press {

        @Override
        public String id() {
            return "advance";
        }

        @Override
        public String argument() {
            return move.id();
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.advance(move);
        }
    }

    /** The keeper of the list is put to sleep or woken, or the servers are started anew. */
    record Tend(Tending what) implements Press {

        @Override
        public String id() {
            return "tend";
        }

        @Override
        public String argument() {
            return what.id();
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.tend(what);
        }
    }

    /** The options are set as a whole. */
    record Choose(Options options) implements Press {

        @Override
        public String id() {
            return "choose";
        }

        @Override
        public String argument() {
            return PressCodec.text(options);
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.choose(options);
        }
    }

    /**
     * The learner calls a server by hand; a line that is open is closed first.
     *
     * @param host the host's mail domain, {@code plala.example}
     * @param port 110, 25 or 587
     */
    record Open(String host, int port) implements Press {
        /** The ports that can be called. */
        public static final List<Integer> PORTS = List.of(
                MailProgram.POP3_PORT,
                MailProgram.SMTP_PORT,
                MailProgram.SUBMISSION_PORT,
                MailProgram.POP3S_PORT,
                MailProgram.SUBMISSIONS_PORT);

        /** @throws IllegalArgumentException if there is no such host or port to choose */
        public Open {
            if (!Providers.OUTGOING.contains(host) || !PORTS.contains(port)) {
                throw new IllegalArgumentException("no such call: " + host + " " + port);
            }
        }

        @Override
        public String id() {
            return "open";
        }

        @Override
        public String argument() {
            return host + ":" + port;
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.open(host, port);
        }
    }

    /**
     * The learner types a line.
     *
     * @param line at most {@value #LONGEST} characters, none of them a control character
     */
    record Type(String line) implements Press {
        /** How long a typed line may be, in characters. */
        public static final int LONGEST = 500;

        /** @throws IllegalArgumentException if the line is too long or holds control characters */
        public Type {
            if (line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not one line");
            }
        }

        @Override
        public String id() {
            return "type";
        }

        @Override
        public String argument() {
            return line;
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.type(line);
        }
    }

    /** The learner closes the line without a word. */
    record Close() implements Press {

        @Override
        public String id() {
            return "close";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.close();
        }
    }

    /** The open line ended by itself. Nobody presses this; the world writes it down. */
    record LineCut() implements Press {

        @Override
        public String id() {
            return "line-cut";
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.lineCut();
        }
    }

    /** One step of a letter's way is tried, and all before it on the same line. */
    record Climb(LadderStep rung) implements Press {

        @Override
        public String id() {
            return "rung";
        }

        @Override
        public String argument() {
            return rung.id();
        }

        @Override
        public <R> R perform(Acts<R> acts) {
            return acts.climb(rung);
        }
    }

    /** What can be done to the programs that serve and keep. */
    enum Tending {
        /** The keeper of the list is dead. */
        SLEEP,
        /** It is started anew. */
        WAKE,
        /** The servers are, and a keeper that is awake with them. */
        RESTART;

        /** The name in links and forms: {@code sleep}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The one of that name, or nothing. */
        public static Optional<Tending> of(String id) {
            return Arrays.stream(values()).filter(what -> what.id().equals(id)).findFirst();
        }
    }

    /** How far the clock is moved. */
    enum ClockMove {
        /** One minute on. */
        ONE_MINUTE("1", Duration.ofMinutes(1)),
        /** Five minutes on. */
        FIVE_MINUTES("5", Duration.ofMinutes(5)),
        /** To one minute before the row's end. */
        BEFORE_END("before-end", null),
        /** To one second after the row's end. */
        AFTER_END("after-end", null),
        /** Five seconds on. */
        FIVE_SECONDS("five-seconds", Duration.ofSeconds(5)),
        /** Until the watcher has looked into the log. */
        NEXT_LOOK("next-look", null),
        /** Until the daemon has looked through the list. */
        NEXT_SWEEP("next-sweep", null),
        /** Until cron has, at 40 minutes past the hour. */
        TO_FORTY("to-forty", null);

        private final String id;
        private final @Nullable Duration fixed;

        ClockMove(String id, @Nullable Duration fixed) {
            this.id = id;
            this.fixed = fixed;
        }

        /** The name in links and forms. */
        public String id() {
            return id;
        }

        /** The distance, if it does not depend on a row of the list. */
        public Optional<Duration> fixed() {
            return Optional.ofNullable(fixed);
        }

        /** The move of that name, or nothing. */
        public static Optional<ClockMove> of(String id) {
            return Arrays.stream(values()).filter(move -> move.id.equals(id)).findFirst();
        }
    }
}
