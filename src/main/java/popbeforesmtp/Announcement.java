package popbeforesmtp;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import popbeforesmtp.operation.RoomAddresses;
import popbeforesmtp.sandbox.door.Door;
import popbeforesmtp.store.StoreOptions;

/** What is written on the console once the site is up: where it is, where worlds are kept, what else is open. */
final class Announcement {

    private static final String IN_MEMORY = "Worlds are kept in memory: a restart begins afresh.";

    private final CommandLine line;
    private final String path;
    private final App app;

    Announcement(CommandLine line, App app, String basePath) {
        this.line = line;
        this.app = app;
        this.path = basePath + "/";
    }

    /** @param after how long the start took */
    List<String> lines(Duration after) {
        List<String> lines = new ArrayList<>();
        String ready = String.format(Locale.ROOT, "ready after %.1f s; Ctrl-C stops it", after.toMillis() / 1000.0);
        lines.add("Receive, then send: http://localhost:" + app.port() + path + " (" + ready + ")");
        if (line.bind().equals("0.0.0.0")) {
            lines.add("For the other PCs in the room: " + whiteboard());
        }
        lines.add(kept());
        line.door().ifPresent(ports -> lines.addAll(door(ports.bind())));
        app.adminPort().ifPresent(port -> lines.add("Metrics: http://localhost:" + port + "/metrics"));
        return lines;
    }

    /** Where worlds are kept; what an address of a database holds besides is nobody's affair. */
    private String kept() {
        StoreOptions store = app.store();
        return store.folder()
                .map(folder -> "Worlds are kept in " + folder + ": a restart loses nothing.")
                .or(() -> store.database().map(url -> "Worlds are kept in a database: a restart loses nothing."))
                .orElse(IN_MEMORY);
    }

    /** Where mail programs find the door, and what it means if it is open to more than this machine. */
    private List<String> door(String bind) {
        Door door = app.door();
        String where = "The door: POP3 at " + bind + " port " + door.pop3Port() + ", SMTP at port " + door.smtpPort()
                + "; name " + Door.USER + ", password " + Door.PASSWORD;
        return bind.startsWith("127.") || bind.equals("::1")
                ? List.of(where)
                : List.of(
                        where,
                        "The door is open to other machines: whoever reaches it can log in and fill its mailboxes. "
                                + "Nothing leaves it, and nothing else can be reached through it.");
    }

    /** The addresses, one of which is to be written on the whiteboard. */
    private String whiteboard() {
        String addresses = RoomAddresses.now().stream()
                .map(address -> RoomAddresses.url(address.host(), app.port(), path))
                .collect(Collectors.joining(" or "));
        return addresses.isEmpty() ? "this machine has no address in a network" : addresses;
    }
}
