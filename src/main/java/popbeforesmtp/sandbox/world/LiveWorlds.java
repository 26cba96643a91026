package popbeforesmtp.sandbox.world;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import popbeforesmtp.eventlog.WorldId;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.mailserver.mailbox.Hosts;
import popbeforesmtp.mailserver.mailbox.MailHost;
import popbeforesmtp.network.PracticeNetwork;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.sandbox.hosts.LaidDown;
import popbeforesmtp.sandbox.journal.Journal;
import popbeforesmtp.sandbox.press.SetUp;

/** The worlds that are being played now, where the servers look their hosts up. Safe for any number of threads. */
final class LiveWorlds implements Hosts {

    private final PracticeNetwork.Exterior exterior;
    private final Function<String, RelayBehaviour> programs;
    private final Meter meter;
    private final Map<WorldId, LiveWorld> open = new ConcurrentHashMap<>();
    private final AtomicLong opened = new AtomicLong();
    private final AtomicLong kept = new AtomicLong();
    private final AtomicInteger lines = new AtomicInteger();

    /**
     * @param programs what the programs do that can keep lists, by their names
     * @param meter hears of every journal that is played again
     */
    LiveWorlds(PracticeNetwork.Exterior exterior, Function<String, RelayBehaviour> programs, Meter meter) {
        this.exterior = exterior;
        this.programs = programs;
        this.meter = meter;
    }

    /** A journal begins to be played: again, if it is known what any of it led to. */
    Meter.Lap plays(Journal journal) {
        boolean again =
                journal.entries().stream().anyMatch(entry -> !entry.digest().isEmpty());
        return (again ? meter : Meter.NONE).begin(Meter.Work.REPLAY);
    }

    LiveWorld open(SetUp setUp) {
        return open(setUp, LaidDown.USUAL);
    }

    LiveWorld open(SetUp setUp, LaidDown laidDown) {
        WorldId id = new WorldId("w" + opened.incrementAndGet());
        LiveWorld stage = new LiveWorld(id, setUp, exterior, programs, laidDown);
        open.put(stage.id, stage);
        return stage;
    }

    void close(LiveWorld stage) {
        try {
            stage.close();
        } finally {
            open.remove(stage.id);
        }
    }

    int size() {
        return open.size();
    }

    /** How much memory the mails, the dialogues and the journals of all worlds take, roughly. */
    long keptOctets() {
        return kept.get();
    }

    /** To be called when a world has come to keep more or less. */
    void keeps(long more) {
        kept.addAndGet(more);
    }

    /** How many lines are open that were called by hand. */
    int lines() {
        return lines.get();
    }

    /** To be called when a world has come to have more lines open, or fewer. */
    void talks(int more) {
        lines.addAndGet(more);
    }

    @Override
    public Optional<MailHost> find(WorldId world, String host) {
        return Optional.ofNullable(open.get(world)).flatMap(stage -> stage.host(host));
    }
}
