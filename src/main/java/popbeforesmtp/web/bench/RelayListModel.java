package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.gate.KeptRow;
import popbeforesmtp.lesson.experiment.ServerProgram.Column;
import popbeforesmtp.lesson.reading.ServerCard;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Times;

/**
 * The list of one host, as the map shows it: this site's own by address and end, that of another program with what the
 * program keeps, under its own heads.
 *
 * @param host whose it is
 * @param kept whether this host keeps one at all
 * @param heads the heads of all columns but the last, HTML
 * @param rows its rows
 */
record RelayListModel(String host, boolean kept, List<String> heads, List<Row> rows) {

    /** Where the seconds of a time begin. */
    private static final Pattern SECONDS = Pattern.compile("(?<=分)(?=\\d)");

    /**
     * A row.
     *
     * @param entry what stands in its first column
     * @param cells what stands in the others, in words, HTML
     * @param state what it is good for, {@code live}
     * @param opens whether it lets a new line through
     * @param told what that means now, in words, HTML
     * @param key whether it decided the last press
     * @param seat the seat of the class that wrote it last, which the list does not know; nothing outside of a round
     */
    record Row(
            String entry,
            List<Cell> cells,
            String state,
            boolean opens,
            String told,
            boolean key,
            @Nullable Integer seat) {

        Row writtenBy(Optional<SeatId> writer) {
            return new Row(
                    entry,
                    cells,
                    state,
                    opens,
                    told,
                    key,
                    writer.map(SeatId::number).orElse(null));
        }
    }

    /** A cell under its head, both HTML. */
    record Cell(String head, String words) {}

    /** How many columns there are, with the last one. */
    public int width() {
        return heads.size() + 1;
    }

    /** In a narrow column, seconds may go to a line of their own. */
    private static String breakable(String time) {
        return SECONDS.matcher(Localizer.escaped(time)).replaceFirst("<wbr>");
    }

    /** The lists of the incoming and the outgoing host, one if they are the same. */
    static List<RelayListModel> of(WorldView view, Localizer words) {
        Heads heads = Heads.of(view.options().server(), words);
        Set<String> hosts = new LinkedHashSet<>(List.of(view.options().incoming()));
        hosts.add(view.options().outgoing());
        List<RelayListModel> ledgers = new ArrayList<>();
        for (String host : hosts) {
            List<Row> rows = view.list().stream()
                    .filter(row -> row.host().equals(host))
                    .map(row -> view.setUp().room().isRound()
                            ? row(row, heads, words).writtenBy(row.writer())
                            : row(row, heads, words))
                    .toList();
            ledgers.add(new RelayListModel(host, Providers.keepsList(host), heads.html(), rows));
        }
        return ledgers;
    }

    /** The columns of a program's list but the last, and their heads, HTML. */
    private record Heads(List<Column> columns, List<String> html) {

        static Heads of(String server, Localizer words) {
            if (server.equals(Providers.OWN_SERVER)) {
                return new Heads(
                        List.of(Column.ENTRY, Column.UNTIL),
                        List.of(
                                Localizer.escaped(words.plain("list.address")),
                                Localizer.escaped(words.plain("list.until"))));
            }
            ServerCard card = words.room().find(server).orElseThrow();
            return new Heads(
                    card.program().columns(),
                    card.columns().stream()
                            .map(head -> Localizer.escaped(head.plain()))
                            .toList());
        }
    }

    private static Row row(WorldView.Row row, Heads heads, Localizer words) {
        List<Cell> cells = IntStream.range(1, heads.columns().size())
                .mapToObj(at -> new Cell(
                        heads.html().get(at), cell(row.kept(), heads.columns().get(at), words)))
                .toList();
        KeptRow.State state = row.kept().state();
        return new Row(
                row.kept().entry(),
                cells,
                state.name().toLowerCase(Locale.ROOT),
                row.kept().opens(),
                told(row, words),
                row.key(),
                null);
    }

    private static String cell(KeptRow row, Column column, Localizer words) {
        return switch (column) {
            case ENTRY -> Localizer.escaped(row.entry());
            case ADDRESS -> Localizer.escaped(Addresses.text(row.listed().address()));
            case MAILBOX -> Localizer.escaped(row.mailbox());
            case SINCE -> breakable(words.brief(row.listed().since()));
            case UNTIL -> breakable(words.brief(row.listed().until()));
            case COMPILED -> Localizer.escaped(words.plain(row.opens() ? "list.compiled" : "list.compiled.not"));
        };
    }

    private static String told(WorldView.Row row, Localizer words) {
        return switch (row.kept().state()) {
            case LIVE -> breakable(words.left(Times.span(words.language(), row.left())));
            case OVERDUE -> Localizer.escaped(words.plain("list.overdue"));
            case EXPIRED -> Localizer.escaped(words.plain("list.gone"));
            case UNREAD -> Localizer.escaped(words.plain("list.unread"));
            case UNMATCHED -> Localizer.escaped(words.plain("list.unmatched"));
        };
    }

    /** Those of hosts that keep one: a closed box does not show that a host has none. */
    static List<RelayListModel> kept(WorldView view, Localizer words) {
        return of(view, words).stream().filter(RelayListModel::kept).toList();
    }
}
