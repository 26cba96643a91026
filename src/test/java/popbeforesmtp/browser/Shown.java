package popbeforesmtp.browser;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;

/**
 * What a main screen shows, by the names of design.md 6, read at one moment. Two of them are equal if nothing changed.
 *
 * @param outcome {@code data-outcome}, empty if there is none
 * @param receive {@code data-receive}, empty if there is none
 * @param reply {@code data-reply} beside the outcome
 * @param reason {@code data-reason} beside the outcome
 * @param told all that the result says
 * @param clock the practice clock for machines
 * @param time the practice clock for people
 * @param map all words of the map
 * @param rows the lists, in their order
 * @param lines the dialogue as it went over the wire, folded lines, too
 * @param mails how many mails are in taro's mailbox
 * @param chosen the radio buttons that are on, {@code place=centre}
 * @param steps what the forms carry: one step, the same in all of them
 */
record Shown(
        String outcome,
        String receive,
        String reply,
        String reason,
        String told,
        String clock,
        String time,
        String map,
        List<Row> rows,
        List<String> lines,
        int mails,
        List<String> chosen,
        List<String> steps) {

    /** A row of the lists; the list of a program of the time has other columns, and then no end is read. */
    record Row(String host, String state, String address, String until, boolean key) {

        Row withKey(boolean decided) {
            return new Row(host, state, address, until, decided);
        }
    }

    /** An absent attribute is {@code null}, except where the design lets it be absent. */
    private static final String READ = """
            () => {
              const addressOf = (row) => [...row.cells].map(words).find((cell) => /^[0-9.]{7,}$/.test(cell)) || words(row.cells[0]);
              const one = (path) => document.querySelector(path);
              const all = (path, read) => Array.from(document.querySelectorAll(path), read);
              const words = (element) => element.innerText.trim();
              const untilOf = (row) => ['いつまで', 'Until'].includes(row.cells[1].dataset.head) ? words(row.cells[1]) : '';
              const outcome = one('#result [data-outcome]');
              const said = (name) => outcome ? outcome.getAttribute('data-' + name) : '';
              return {
                outcome: said('outcome'), receive: said('receive') || '', reply: said('reply'), reason: said('reason'),
                told: words(one('#result')),
                clock: one('time#clock').getAttribute('datetime'), time: words(one('time#clock')),
                map: words(one('#net')),
                rows: all('#list tr[data-host]', (row) => ({
                  host: row.getAttribute('data-host'), state: row.getAttribute('data-state'),
                  address: addressOf(row), until: untilOf(row), key: row.classList.contains('key')})),
                lines: all('#talk code', (line) => line.textContent),
                mails: all('#taro article', (mail) => mail).length,
                chosen: all('input[type=radio]:checked', (radio) => radio.name + '=' + radio.value),
                steps: [...new Set(all('input[name=step]', (field) => field.value))]
              };
            }""";

    static Shown on(Page page) {
        Map<?, ?> read = (Map<?, ?>) page.evaluate(READ);
        return new Shown(
                text(read, "outcome"),
                text(read, "receive"),
                text(read, "reply"),
                text(read, "reason"),
                text(read, "told"),
                text(read, "clock"),
                text(read, "time"),
                text(read, "map"),
                ((List<?>) read.get("rows"))
                        .stream().map(row -> row((Map<?, ?>) row)).toList(),
                texts(read, "lines"),
                (Integer) read.get("mails"),
                texts(read, "chosen"),
                texts(read, "steps"));
    }

    private static Row row(Map<?, ?> row) {
        return new Row(
                text(row, "host"),
                text(row, "state"),
                text(row, "address"),
                text(row, "until"),
                Boolean.TRUE.equals(row.get("key")));
    }

    private static String text(Map<?, ?> read, String name) {
        return (String) read.get(name);
    }

    private static List<String> texts(Map<?, ?> read, String name) {
        return ((List<?>) read.get(name)).stream().map(String.class::cast).toList();
    }

    /** The only step. */
    String step() {
        if (steps.size() != 1) {
            throw new AssertionError("the forms of one page carry the steps " + steps);
        }
        return steps.get(0);
    }

    /** What decides and why, in a line: {@code refused 550 not-listed}. */
    String ending() {
        return String.join(" ", outcome, reply, reason).strip();
    }

    /** Without the words above the result, which may tell that a page was old. */
    Shown untold() {
        return new Shown(outcome, receive, reply, reason, "", clock, time, map, rows, lines, mails, chosen, steps);
    }
}
