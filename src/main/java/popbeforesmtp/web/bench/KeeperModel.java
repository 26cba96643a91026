package popbeforesmtp.web.bench;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.gate.behaviour.Keeper;
import popbeforesmtp.gate.behaviour.RelayBehaviour;
import popbeforesmtp.lesson.reading.ServerCard;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.hosts.Keeping;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;

/**
 * Who keeps the outgoing host's list beside the servers, and what there is to press about it.
 *
 * @param id {@code none} with this site's own gate, {@code servers} where nobody is beside them, else {@code daemon}
 * @param chore what it does by itself, {@code look}; empty if nothing
 * @param name the program, HTML
 * @param state how it stands with it, HTML; nothing if nobody is there
 */
record KeeperModel(
        String id, String chore, String name, @Nullable String state) {

    private static final KeeperModel NONE = new KeeperModel("none", "", "", null);

    static KeeperModel of(WorldView view, Localizer words) {
        String server = view.options().server();
        if (server.equals(Providers.OWN_SERVER)) {
            return NONE;
        }
        ServerCard card = words.room().find(server).orElseThrow();
        RelayBehaviour behaviour = card.program().behaviour();
        Optional<Keeper> keeper = behaviour.keeper();
        return new KeeperModel(
                keeper.map(who -> who.name().toLowerCase(Locale.ROOT)).orElse("servers"),
                chore(behaviour),
                words.part().html("server." + server),
                keeper.map(who -> words.part().html(state(who, view.keeping()))).orElse(null));
    }

    private static String chore(RelayBehaviour behaviour) {
        return switch (behaviour.expiry().by()) {
            case SWEEP -> "sweep";
            case CRON -> "cron";
            case LOOK, BUSY_LOOK -> "look";
            case READER -> behaviour.keeper().equals(Optional.of(Keeper.WATCHER)) ? "look" : "";
        };
    }

    private static Message state(Keeper who, Keeping keeping) {
        String key = "keeper." + who.name().toLowerCase(Locale.ROOT);
        if (!keeping.awake()) {
            return Message.of(key + ".asleep");
        }
        return keeping.due()
                .map(due -> Message.of(key + ".due").with("time", due.at()))
                .orElseGet(() -> Message.of(key + ".awake"));
    }

    /** Whether this site's own gate keeps the list. */
    public boolean isPlain() {
        return id.equals("none");
    }

    /** Whether somebody is there. */
    public boolean isKeeper() {
        return state != null;
    }
}
