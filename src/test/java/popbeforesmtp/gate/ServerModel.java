package popbeforesmtp.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the programs that kept the list do, written another way than the gate: nothing is kept but what happened, and every
 * question goes through the whole past. Seconds from the start only, two addresses and two users by number.
 */
abstract class ServerModel {

    /** When a sequence begins, in seconds past an hour. */
    static final long HOUR = 3_600;

    private static final long CRON_MINUTE = 2_400;
    private static final long NEVER = Long.MAX_VALUE;

    /** A right password: from which address, for whom, when, and whether the mailbox opened. */
    record LogIn(int address, int user, long at, boolean opened) {}

    /** A line that is up: what had happened before, and the senders that were given on it. */
    private record Line(long at, int past, List<Sender> senders) {}

    private record Sender(int user, long at, int past) {}

    final long window;
    final List<LogIn> past = new ArrayList<>();
    final TreeSet<Long> logLines = new TreeSet<>();
    private final Map<Integer, Line> open = new HashMap<>();
    private long now;
    private int address;
    private int user;

    ServerModel(long window) {
        this.window = window;
    }

    static ServerModel of(String program, long window) {
        return switch (program) {
            case "drac" -> new Bell(window);
            case "pop-before-smtp" -> new Watcher(window);
            case "poprelayd" -> new Peeper(window);
            case "vpopmail" -> new Broom(window);
            case "relay-ctrl", "qmail-ldap" -> new Doorman(window);
            case "xmail" -> new NameBook(window);
            case "dbmail" -> new Question(window, true);
            default -> new Question(window, false);
        };
    }

    long now() {
        return now;
    }

    int address() {
        return address;
    }

    int user() {
        return user;
    }

    /** When the keeper does something next by itself, if it does at all. */
    long due() {
        throw new IllegalStateException("no clock");
    }

    boolean hasClock() {
        return false;
    }

    /** Whether mailboxes are locked, so that a second log-in does not open one. */
    boolean locks() {
        return true;
    }

    /** Whether the desk that looks now, after so many of the log-ins, lets that address and user send. */
    abstract boolean opens(int who, int sender, long at, int after);

    /** Whether it looks at the connect, and not at the sender or the recipient. */
    boolean looksAtConnect() {
        return false;
    }

    boolean looksAtSender() {
        return false;
    }

    /** Whether one is let in by the password alone. */
    void logIn(boolean locked) {
        logLines.add(now);
        past.add(new LogIn(address, user, now, !locked || !locks()));
    }

    boolean send() {
        return rcpt(connect());
    }

    boolean sendOnTheOpenLine() {
        Line line = open.computeIfAbsent(address, absent -> connect());
        if (line.senders.get(line.senders.size() - 1).user != user) {
            line.senders.add(new Sender(user, now, past.size()));
        }
        return rcpt(line);
    }

    private Line connect() {
        logLines.add(now);
        return new Line(now, past.size(), new ArrayList<>(List.of(new Sender(user, now, past.size()))));
    }

    private boolean rcpt(Line line) {
        logLines.add(now);
        if (looksAtConnect()) {
            return opens(address, user, line.at, line.past);
        }
        if (looksAtSender()) {
            return line.senders.stream().anyMatch(sender -> opens(address, sender.user, sender.at, sender.past));
        }
        return opens(address, user, now, past.size());
    }

    void act(ServerActs act) {
        switch (act) {
            case WAIT_5_SECONDS -> now += 5;
            case WAIT_TO_THE_END -> waitUntil(latest(address) + window);
            case WAIT_PAST_THE_END -> waitUntil(latest(address) + window + 1);
            case SWEEP -> now = hasClock() ? due() : now;
            case OTHER_ADDRESS -> address = 1 - address;
            case OTHER_USER -> user = 1 - user;
            case LOG_IN, LOG_IN_LOCKED, SEND, SEND_ON_THE_OPEN_LINE ->
                throw new IllegalArgumentException("is asked, not done");
        }
    }

    /** Waits by the latest right password from the address, and not at all without one. */
    private void waitUntil(long moment) {
        if (past.stream().anyMatch(logIn -> logIn.address == address)) {
            now = Math.max(now, moment);
        }
    }

    private long latest(int who) {
        return past.stream()
                .filter(logIn -> logIn.address == who)
                .mapToLong(LogIn::at)
                .max()
                .orElse(0);
    }

    /** The latest log-in of an address among the first so many; −1 without one. */
    final long latest(int who, int after, boolean byPassword) {
        return past.subList(0, after).stream()
                .filter(logIn -> logIn.address == who && (byPassword || logIn.opened))
                .mapToLong(LogIn::at)
                .max()
                .orElse(-1);
    }

    /** Asked at every recipient, to the end and no further. */
    static class Question extends ServerModel {

        private final boolean byPassword;

        Question(long window, boolean byPassword) {
            super(window);
            this.byPassword = byPassword;
        }

        @Override
        boolean opens(int who, int sender, long at, int after) {
            long latest = latest(who, after, byPassword);
            return latest >= 0 && at - latest <= window;
        }
    }

    /** The same, asked when the line is put up. */
    static final class Doorman extends Question {

        Doorman(long window) {
            super(window, true);
        }

        @Override
        boolean looksAtConnect() {
            return true;
        }

        @Override
        boolean locks() {
            return false;
        }
    }

    /** Cron sweeps: a row is there until forty minutes past some hour at which its time is up. */
    static final class Broom extends ServerModel {

        Broom(long window) {
            super(window);
        }

        @Override
        boolean hasClock() {
            return true;
        }

        @Override
        long due() {
            long sinceLast = Math.floorMod(now() - CRON_MINUTE, HOUR);
            return now() + HOUR - sinceLast;
        }

        @Override
        boolean opens(int who, int sender, long at, int after) {
            long latest = latest(who, after, true);
            long end = latest + window;
            long removed = end + Math.floorMod(CRON_MINUTE - end, HOUR);
            return latest >= 0 && at < removed;
        }

        @Override
        boolean looksAtConnect() {
            return true;
        }

        @Override
        boolean locks() {
            return false;
        }
    }

    /** The daemon: a row is there until a sweep after its end. */
    static final class Bell extends ServerModel {

        Bell(long window) {
            super(window);
        }

        @Override
        boolean hasClock() {
            return true;
        }

        @Override
        long due() {
            TreeSet<Long> moments = new TreeSet<>(sweeps(now()));
            past.stream().filter(LogIn::opened).forEach(call -> moments.add(call.at()));
            return (moments.isEmpty() ? 0 : moments.last()) + window / 10;
        }

        /** Every sweep up to a time: a tenth after whatever was last, or at a call that comes a tenth after the last sweep. */
        private NavigableSet<Long> sweeps(long until) {
            TreeSet<Long> sweeps = new TreeSet<>();
            long tenth = window / 10;
            long quiet = 0;
            List<Long> calls = new ArrayList<>(
                    past.stream().filter(LogIn::opened).map(LogIn::at).toList());
            calls.add(NEVER);
            for (long call : calls) {
                for (long at = quiet + tenth; at <= Math.min(call, until); at += tenth) {
                    sweeps.add(at);
                }
                long last = sweeps.isEmpty() ? 0 : sweeps.last();
                if (call <= until && call - last >= tenth) {
                    sweeps.add(call);
                }
                quiet = call;
            }
            return sweeps;
        }

        @Override
        boolean opens(int who, int sender, long at, int after) {
            long latest = latest(who, after, false);
            return latest >= 0 && sweeps(at).stream().noneMatch(sweep -> sweep > latest + window);
        }
    }

    /** The user's book: the address that he last received from. */
    static final class NameBook extends ServerModel {

        NameBook(long window) {
            super(window);
        }

        @Override
        boolean looksAtSender() {
            return true;
        }

        @Override
        boolean opens(int who, int sender, long at, int after) {
            for (int i = after - 1; i >= 0; i--) {
                LogIn logIn = past.get(i);
                if (logIn.user() == sender && logIn.opened()) {
                    return logIn.address() == who && at - logIn.at() <= window;
                }
            }
            return false;
        }
    }

    /** The reader of the log: what its looks have made of the lines. */
    static class Watcher extends ServerModel {

        Watcher(long window) {
            super(window);
        }

        @Override
        boolean hasClock() {
            return true;
        }

        boolean byPassword() {
            return true;
        }

        boolean isChecked(boolean news, boolean added, boolean due) {
            return news && (added || due);
        }

        boolean isOver(long end, long at) {
            return end <= at;
        }

        @Override
        boolean looksAtConnect() {
            return true;
        }

        /** The looks up to a time, and one more. */
        private List<Long> looks(long until) {
            List<Long> looks = new ArrayList<>(List.of(0L));
            int vain = 0;
            long pause = 5;
            while (looks.get(looks.size() - 1) <= until) {
                long next = looks.get(looks.size() - 1) + pause;
                boolean news =
                        !logLines.subSet(looks.get(looks.size() - 1), next).isEmpty();
                vain = news ? 0 : vain + 1;
                pause = news ? 5 : vain < 3 ? pause : Math.min(10, pause + 2);
                looks.add(next);
            }
            return looks;
        }

        @Override
        long due() {
            List<Long> looks = looks(now());
            return looks.get(looks.size() - 1);
        }

        @Override
        boolean opens(int who, int sender, long at, int after) {
            List<Long> looks = looks(at);
            Map<Integer, Long> ends = new TreeMap<>();
            long check = 0;
            for (int i = 1; i < looks.size() - 1; i++) {
                long before = looks.get(i - 1);
                long look = looks.get(i);
                boolean added = false;
                for (LogIn logIn : past) {
                    boolean told = byPassword() || logIn.opened();
                    if (told && logIn.at() >= before && logIn.at() < look && !isOver(logIn.at() + window, look)) {
                        added |= !ends.containsKey(logIn.address());
                        ends.put(logIn.address(), logIn.at() + window);
                    }
                }
                boolean news = !logLines.subSet(before, look).isEmpty();
                if (isChecked(news, added, look >= check)) {
                    ends.values().removeIf(end -> isOver(end, look));
                    check = look + window / 2 + 60;
                }
            }
            return ends.containsKey(who);
        }
    }

    /** Another one, which clears at each look; its desk reads at each recipient. */
    static final class Peeper extends Watcher {

        Peeper(long window) {
            super(window);
        }

        @Override
        boolean byPassword() {
            return false;
        }

        @Override
        boolean isChecked(boolean news, boolean added, boolean due) {
            return true;
        }

        @Override
        boolean isOver(long end, long at) {
            return end < at;
        }

        @Override
        boolean looksAtConnect() {
            return false;
        }
    }
}
