package popbeforesmtp.web.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.sandbox.press.Providers;
import popbeforesmtp.sandbox.world.WorldView;
import popbeforesmtp.web.page.Localizer;
import popbeforesmtp.web.page.Times;

/**
 * The list of one host, as the map shows it.
 *
 * @param host whose it is
 * @param kept whether this host keeps one at all
 * @param rows its rows
 */
record RelayListModel(String host, boolean kept, List<Row> rows) {

    /**
     * A row.
     *
     * @param address who is listed
     * @param until the last moment inside, in words, HTML
     * @param live whether its time is not up
     * @param left what is left, in words, HTML
     * @param key whether it decided the last press
     * @param seat the seat of the class that wrote it last, which the list does not know; nothing outside of a round
     */
    record Row(String address, String until, boolean live, String left, boolean key, @Nullable Integer seat) {

        public String state() {
            return live ? "live" : "expired";
        }
    }

    /** In a narrow column, seconds may go to a line of their own. */
    private static String breakable(String time) {
        return Localizer.escaped(time).replaceFirst("(?<=分)(?=\\d)", "<wbr>");
    }

    /** The lists of the incoming and the outgoing host, one if they are the same. */
    static List<RelayListModel> of(WorldView view, Localizer words) {
        Set<String> hosts = new LinkedHashSet<>(List.of(view.options().incoming()));
        hosts.add(view.options().outgoing());
        List<RelayListModel> ledgers = new ArrayList<>();
        for (String host : hosts) {
            List<Row> rows = view.list().stream()
                    .filter(row -> row.host().equals(host))
                    .map(row -> new Row(
                            row.address().getHostAddress(),
                            breakable(words.brief(row.until())),
                            row.live(),
                            breakable(words.left(Times.span(words.language(), row.left()))),
                            row.key(),
                            view.setUp().room().isRound() ? row.writer().map(SeatId::number).orElse(null) : null))
                    .toList();
            ledgers.add(new RelayListModel(host, Providers.keepsList(host), rows));
        }
        return ledgers;
    }

    /** Those of hosts that keep one: a closed box does not show that a host has none. */
    static List<RelayListModel> kept(WorldView view, Localizer words) {
        return of(view, words).stream().filter(RelayListModel::kept).toList();
    }
}
