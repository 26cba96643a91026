package popbeforesmtp;

import java.net.URI;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for when the site was started.
 *
 * @param port where the site listens, 0 for any free port
 * @param bind the address that it listens at; 0.0.0.0 for the whole network
 * @param basePath the path below which it lives, empty or {@code /mail}, without a final slash
 * @param publicUrl the address that visitors use, if a proxy stands before it
 * @param trustedProxies addresses whose X-Forwarded-For is believed
 * @param door the real ports for mail programs, if they were asked for
 */
record CommandLine(
        int port,
        String bind,
        String basePath,
        Optional<String> publicUrl,
        Set<String> trustedProxies,
        Optional<DoorPorts> door) {

    /**
     * The real ports for mail programs.
     *
     * @param bind the address that they listen at
     * @param pop3 where mail is received, 0 for any free port
     * @param smtp where mail is sent, 0 for any free port
     */
    record DoorPorts(String bind, int pop3, int smtp) {
        static final DoorPorts USUAL = new DoorPorts("127.0.0.1", 2110, 2525);
    }

    static final int USUAL_PORT = 7070;

    private static final String HELP =
            "--port N, --bind ADDRESS, --base-path /PATH, --public-url URL, --trusted-proxy ADDRESS, "
                    + "--door, --door-pop3 N, --door-smtp N, --door-bind ADDRESS";

    private static final Set<String> KNOWN = Set.of(
            "--port",
            "--bind",
            "--base-path",
            "--public-url",
            "--trusted-proxy",
            "--door-pop3",
            "--door-smtp",
            "--door-bind");

    /** Something on the command line is not right; the message is one line for the person who typed it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    /** What a plain start means: port 7070, this machine only. */
    static CommandLine usual() {
        return new CommandLine(USUAL_PORT, "127.0.0.1", "", Optional.empty(), Set.of(), Optional.empty());
    }

    /** The same with another port. */
    CommandLine withPort(int port) {
        return new CommandLine(port, bind, basePath, publicUrl, trustedProxies, door);
    }

    /** The same below another path. */
    CommandLine withBasePath(String basePath) {
        return new CommandLine(port, bind, basePath, publicUrl, trustedProxies, door);
    }

    /** The same with the door open. */
    CommandLine withDoor(DoorPorts ports) {
        return new CommandLine(port, bind, basePath, publicUrl, trustedProxies, Optional.of(ports));
    }

    private DoorPorts doorOrUsual() {
        return door.orElse(DoorPorts.USUAL);
    }

    /**
     * Reads the options.
     *
     * @param environment where {@code PORT} may be; an option counts more
     * @throws Unusable if an option is unknown or its value makes no sense
     */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) throws Unusable {
        CommandLine found = usual();
        String port = environment.get("PORT");
        if (port != null) {
            found = found.withPort(port("PORT", port));
        }
        Iterator<String> left = arguments.iterator();
        while (left.hasNext()) {
            String[] option = left.next().split("=", 2);
            if (option[0].equals("--door") && option.length == 1) {
                found = found.withDoor(found.doorOrUsual());
                continue;
            }
            if (!KNOWN.contains(option[0])) {
                throw new Unusable("unknown option " + option[0] + "; known are " + HELP);
            }
            if (option.length == 1 && !left.hasNext()) {
                throw new Unusable(option[0] + " needs a value; known are " + HELP);
            }
            found = found.with(option[0], option.length == 2 ? option[1] : left.next());
        }
        return found;
    }

    private CommandLine with(String option, String value) throws Unusable {
        return switch (option) {
            case "--port" -> withPort(port(option, value));
            case "--bind" -> new CommandLine(port, value, basePath, publicUrl, trustedProxies, door);
            case "--base-path" -> withBasePath(path(value));
            case "--public-url" -> new CommandLine(port, bind, basePath, Optional.of(url(value)), trustedProxies, door);
            case "--door-bind" ->
                withDoor(
                        new DoorPorts(value, doorOrUsual().pop3(), doorOrUsual().smtp()));
            case "--door-pop3" ->
                withDoor(new DoorPorts(
                        doorOrUsual().bind(), port(option, value), doorOrUsual().smtp()));
            case "--door-smtp" ->
                withDoor(new DoorPorts(doorOrUsual().bind(), doorOrUsual().pop3(), port(option, value)));
            default -> {
                Set<String> more = new LinkedHashSet<>(trustedProxies);
                more.add(value);
                yield new CommandLine(port, bind, basePath, publicUrl, Set.copyOf(more), door);
            }
        };
    }

    private static int port(String option, String value) throws Unusable {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Told below.
        }
        throw new Unusable(option + " wants a number from 0 to 65535, not " + value);
    }

    private static String path(String value) throws Unusable {
        String path = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        if (!path.matches("(/[A-Za-z0-9._~-]+)*")) {
            throw new Unusable("--base-path wants a path such as /mail, not " + value);
        }
        return path;
    }

    private static String url(String value) throws Unusable {
        String url = value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
        try {
            URI uri = URI.create(url);
            if (List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new Unusable("--public-url wants an address such as https://mail.example.jp, not " + value);
    }
}
