package popbeforesmtp;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.lesson.source.BadContent;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.operation.Meter;
import popbeforesmtp.operation.PrometheusMeter;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.http.SiteOptions;

/**
 * Starts the site as the command line says, and stops it when the process is told to end. Each of them is told in a line;
 * what cannot be started is one line, exit code 2, and nothing left open.
 */
final class Launch {

    private static final int UNUSABLE = 2;

    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean refused;

    Launch(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Starts the site; what cannot be started ends the process.
     *
     * @return nothing if it was only asked something, or is told to stop already
     */
    Optional<App> run(List<String> arguments, Map<String, String> environment) {
        try {
            CommandLine line = CommandLine.parse(arguments, environment);
            Optional<String> answer = line.answer();
            if (answer.isPresent()) {
                out.println(answer.get());
                return Optional.empty();
            }
            return start(line);
        } catch (CommandLine.Unusable | IOException | BadContent e) {
            err.println("popbeforesmtp: " + e.getMessage());
            refused = true;
            System.exit(UNUSABLE);
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            refused = true; // An end with zero would say that all was well.
            throw e;
        }
    }

    private Optional<App> start(CommandLine line) throws CommandLine.Unusable, IOException {
        ResourceRoot shelf = shelf();
        @Nullable PrometheusMeter meter = line.adminPort().isPresent() ? new PrometheusMeter() : null;
        SiteOptions options = line.site().withMeter(meter == null ? Meter.NONE : meter);
        App app = new App(Setup.usual().withShelf(shelf).withSite(options).withKeeping(keeping(line, shelf)));
        if (shelf.isLive()) {
            app.checkTexts();
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(app), "stop"));
        app.start(line.bind(), line.port());
        Optional<CommandLine.DoorPorts> door = line.door();
        if (door.isPresent()) {
            app.openDoor(door.get().bind(), door.get().pop3(), door.get().smtp());
        }
        OptionalInt adminPort = line.adminPort();
        if (meter != null && adminPort.isPresent()) {
            app.openAdmin(meter, adminPort.getAsInt());
        }
        if (app.isStopping()) {
            return Optional.empty();
        }
        new Announcement(line, app, options.basePath()).lines(StartTime.ago()).forEach(out::println);
        if (!shelf.isLive()) {
            app.checkTexts();
        }
        return Optional.of(app);
    }

    /** Where worlds are kept; whoever starts it from its sources, perhaps again and again while teaching, loses nothing. */
    private static StoreOptions keeping(CommandLine line, ResourceRoot shelf) throws CommandLine.Unusable {
        StoreOptions wanted = line.store();
        return shelf.isLive() && wanted.equals(StoreOptions.inMemory())
                ? StoreOptions.in(Path.of("target", "worlds"))
                : wanted;
    }

    /** Who tells the process to end, and is obeyed, wants to see a zero. */
    private void stop(App app) {
        app.close();
        if (!refused) {
            out.println("Stopped.");
            out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    /** The files on disk while the site is being developed, which is when it does not run from its jar. */
    private static ResourceRoot shelf() {
        Path here = Path.of("");
        boolean packed = App.class.getResource("App.class").getProtocol().equals("jar");
        boolean beside = Files.isDirectory(here.resolve("templates")) && Files.isDirectory(here.resolve("content"));
        return packed || !beside ? ResourceRoot.packed() : ResourceRoot.live(here);
    }
}
