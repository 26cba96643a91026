package popbeforesmtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import popbeforesmtp.store.StoreOptions;
import popbeforesmtp.web.http.SiteOptions;

/** What was asked for when the site was started, by options or by the environment. Read once; then nothing changes. */
@Command(
        name = "popbeforesmtp",
        header = "Receive, then send: a site on which anyone can try POP before SMTP.",
        customSynopsis = "java -jar popbeforesmtp.jar [OPTION]...",
        footer = "Each also by environment: --base-path is POPBEFORESMTP_BASE_PATH, and so on.",
        sortOptions = false)
final class CommandLine {

    /** The real ports for mail programs, 0 for any free one, and the address that they listen at. */
    record DoorPorts(String bind, int pop3, int smtp) {}

    /** Something on the command line is not right; the message is one line for the person who typed it. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1;

        Unusable(String message) {
            super(message);
        }
    }

    @Option(
            names = "--port",
            paramLabel = "N",
            converter = OptionTypes.Port.class,
            description = "where the site listens: 7070; 0 for any free port")
    private int port = 7070;

    @Option(names = "--bind", paramLabel = "ADDRESS", description = "127.0.0.1; 0.0.0.0 for the other PCs in the room")
    private String bind = "127.0.0.1";

    @Option(
            names = "--base-path",
            paramLabel = "/PATH",
            converter = OptionTypes.BasePath.class,
            description = "the site lives below that path")
    private String basePath = "";

    @Option(
            names = "--public-url",
            paramLabel = "URL",
            converter = OptionTypes.PublicUrl.class,
            description = "what visitors type, if a proxy stands before it")
    private @Nullable String publicUrl;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS",
            split = "[, ]+",
            hideParamSyntax = true,
            description = "its X-Forwarded-For is believed; also 10.0.0.1,::1")
    private Set<String> trustedProxies = new LinkedHashSet<>();

    @Option(names = "--data", paramLabel = "DIR", description = "keeps worlds in that folder")
    private @Nullable Path data;

    @Option(
            names = "--database",
            paramLabel = "URL",
            converter = OptionTypes.Database.class,
            description = "keeps worlds in jdbc:postgresql://...")
    private @Nullable String database;

    @Option(
            names = "--keep",
            paramLabel = "DAYS",
            converter = OptionTypes.Days.class,
            description = "for so long after the last press: 30")
    private int keep = StoreOptions.USUAL_DAYS;

    @Option(
            names = "--admin-port",
            paramLabel = "N",
            converter = OptionTypes.Port.class,
            description = "/metrics at that port, for this machine only")
    private @Nullable Integer adminPort;

    @Option(
            names = "--door",
            arity = "0..1",
            fallbackValue = "true",
            paramLabel = "true",
            description = "opens real ports for mail programs")
    private boolean door;

    @Option(
            names = "--door-pop3",
            paramLabel = "N",
            converter = OptionTypes.Port.class,
            description = "where they receive: 2110")
    private @Nullable Integer doorPop3;

    @Option(
            names = "--door-smtp",
            paramLabel = "N",
            converter = OptionTypes.Port.class,
            description = "where they send: 2525")
    private @Nullable Integer doorSmtp;

    @Option(names = "--door-bind", paramLabel = "ADDRESS", description = "127.0.0.1; 0.0.0.0 for other machines")
    private @Nullable String doorBind;

    @Option(names = "--version", versionHelp = true, description = "tells which version this is")
    private boolean version;

    @Option(names = "--help", usageHelp = true, description = "tells this")
    private boolean help;

    private CommandLine() {}

    /**
     * Reads the options.
     *
     * @param environment where {@code POPBEFORESMTP_PORT} and its like may be, and {@code PORT}; an option counts more
     * @throws Unusable if an option is unknown or its value makes no sense
     */
    static CommandLine parse(List<String> arguments, Map<String, String> environment) throws Unusable {
        CommandLine line = new CommandLine();
        Environment said = new Environment(environment);
        try {
            picocli(line).setDefaultValueProvider(said).parseArgs(arguments.toArray(String[]::new));
            return line;
        } catch (ParameterException e) {
            throw new Unusable(OptionTypes.oneLine(e, said));
        }
    }

    private static picocli.CommandLine picocli(CommandLine line) {
        return new picocli.CommandLine(line).setUsageHelpAutoWidth(false);
    }

    /** What is to be said instead of starting, if anything. */
    Optional<String> answer() {
        if (help) {
            return Optional.of(picocli(new CommandLine()).getUsageMessage().stripTrailing());
        }
        return version ? Optional.of("popbeforesmtp " + Version.ofThis()) : Optional.empty();
    }

    /** Where the site listens, 0 for any free port. */
    int port() {
        return port;
    }

    /** The address that it listens at; 0.0.0.0 for the whole network. */
    String bind() {
        return bind;
    }

    /** Where metrics are told, 0 for any free port, if they are. */
    OptionalInt adminPort() {
        return adminPort == null ? OptionalInt.empty() : OptionalInt.of(adminPort);
    }

    /** The real ports for mail programs, if they were asked for; naming one of them is asking. */
    Optional<DoorPorts> door() {
        return door || doorPop3 != null || doorSmtp != null || doorBind != null
                ? Optional.of(new DoorPorts(
                        doorBind == null ? "127.0.0.1" : doorBind,
                        doorPop3 == null ? 2110 : doorPop3,
                        doorSmtp == null ? 2525 : doorSmtp))
                : Optional.empty();
    }

    /** How the site is set up. */
    SiteOptions site() throws Unusable {
        try {
            SiteOptions options = SiteOptions.usual().withBasePath(basePath).withTrustedProxies(trustedProxies);
            return publicUrl == null ? options : options.withPublicUrl(publicUrl);
        } catch (IllegalArgumentException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }

    /** Where worlds are to be kept. */
    StoreOptions store() throws Unusable {
        try {
            return new StoreOptions(Optional.ofNullable(data), Optional.ofNullable(database), Duration.ofDays(keep));
        } catch (IllegalArgumentException e) {
            throw new Unusable(String.valueOf(e.getMessage()));
        }
    }
}
