package popbeforesmtp;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.operation.RoomAddresses;
import popbeforesmtp.web.page.Language;
import popbeforesmtp.web.page.Messages;
import popbeforesmtp.web.server.FreePort;

/**
 * The program for a room with PCs and no internet, as the folder starts it that {@code mvn -Pfolder package} makes: open to
 * the room, at the port that nobody has to type if it can be had, everything kept inside the folder. The teacher's page
 * comes up, and a window says what to write on the whiteboard; closing it ends the class. Without a screen it is told on the
 * console, and Ctrl-C ends it.
 */
public final class Folder {

    /** Where the folder is; its launcher sets it. */
    private static final String PLACE = "popbeforesmtp.folder";

    private static final List<Integer> PORTS = List.of(80, 7070, 8080);

    private Folder() {}

    /** Starts it; what else is said on the command line counts more. */
    public static void main(String[] arguments) {
        Map<String, String> usual = new HashMap<>(
                Map.of("POPBEFORESMTP_BIND", "0.0.0.0", "POPBEFORESMTP_PORT", Integer.toString(FreePort.first(PORTS))));
        place().ifPresent(place -> usual.put("POPBEFORESMTP_DATA", place.toString()));
        new Launch(System.out, System.err).run(List.of(arguments), usual).ifPresent(Folder::show);
    }

    /** Where worlds and classes are kept: inside the folder, unless it lies where nothing may be written. */
    private static Optional<Path> place() {
        return Optional.ofNullable(System.getProperty(PLACE))
                .map(Path::of)
                .filter(Files::isWritable)
                .map(folder -> folder.resolve("data"));
    }

    private static void show(App app) {
        URI teach = URI.create(RoomAddresses.url("localhost", app.port(), "/teach"));
        List<String> room = RoomAddresses.now().stream()
                .map(address -> RoomAddresses.url(address.host(), app.port(), "/"))
                .toList();
        if (!GraphicsEnvironment.isHeadless()) {
            boolean japanese = Locale.getDefault().getLanguage().equals("ja");
            Language language = japanese ? Language.JA : Language.EN;
            Map<String, String> words = new Messages(ResourceRoot.packed()).all(language);
            ClassWindow.open(words, room, () -> browse(teach));
            browse(teach);
        }
    }

    /** Opens the browser; where there is none to be found, the window still tells the address. */
    private static void browse(URI page) {
        try {
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
                Desktop.getDesktop().browse(page);
            } else {
                new ProcessBuilder("xdg-open", page.toString()).start();
            }
        } catch (IOException e) {
            System.out.println(page);
        }
    }
}
