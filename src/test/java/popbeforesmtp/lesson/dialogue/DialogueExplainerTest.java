package popbeforesmtp.lesson.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import popbeforesmtp.eventlog.Event;
import popbeforesmtp.eventlog.Protocol;
import popbeforesmtp.eventlog.Reason;
import popbeforesmtp.eventlog.SeatId;
import popbeforesmtp.eventlog.Speaker;
import popbeforesmtp.lesson.Transcript;
import popbeforesmtp.lesson.Transcripts;
import popbeforesmtp.lesson.source.MessagesFile;
import popbeforesmtp.lesson.source.ResourceRoot;
import popbeforesmtp.network.Addresses;
import popbeforesmtp.sandbox.explain.ExchangeResult;
import popbeforesmtp.sandbox.explain.Message;
import popbeforesmtp.sandbox.explain.Outcome;
import popbeforesmtp.sandbox.explain.Result;
import popbeforesmtp.sandbox.press.Press;

/** Every line that the servers and the mail programs can say is put into plain words. */
class DialogueExplainerTest {

    private static final InetAddress ADDRESS = Addresses.of("198.51.100.7");
    private static final Pattern REFUSAL = Pattern.compile("\"(-ERR [^\"]*|[45]\\d\\d [^\"]*)\"");
    private static final ResourceRoot SHELF = ResourceRoot.live(Path.of(""));

    @ParameterizedTest
    @MethodSource("popbeforesmtp.lesson.Transcripts#all")
    void a_line_means_what_it_says(Transcript transcript) {
        List<Meaning> meanings = DialogueExplainer.of(transcript.events(), Optional.empty());
        assertThat(keys(meanings)).containsExactlyElementsOf(transcript.keys());
        assertThat(meanings.stream().map(Meaning::event)).containsExactlyElementsOf(transcript.events());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pop3/Pop3Reply", "smtp/SmtpReply"})
    void no_refusal_of_our_servers_needs_a_fallback(String replies) throws IOException {
        String source = Files.readString(Path.of("src/main/java/popbeforesmtp/mailserver", replies + ".java"));
        List<Event> refusals = REFUSAL.matcher(source)
                .results()
                .<Event>map(found -> said(found.group(1)))
                .toList();
        assertThat(refusals).isNotEmpty();
        assertThat(DialogueExplainer.of(refusals, Optional.empty()))
                .noneMatch(
                        meaning -> meaning.telling().key().matches("talk\\.(pop\\.err|smtp\\.[2-5]|server\\.other)"));
    }

    /** What is told of those who keep a list. */
    private static final Set<String> KEEPER = Set.of(
            "talk.keeper.look",
            "talk.keeper.look.listed",
            "talk.keeper.look.removed",
            "talk.keeper.look.both",
            "talk.keeper.sweep",
            "talk.keeper.sweep.removed",
            "talk.keeper.cron",
            "talk.keeper.cron.removed",
            "talk.keeper.start",
            "talk.keeper.start.listed",
            "talk.keeper.start.removed",
            "talk.keeper.start.both",
            "talk.keeper.waited",
            "talk.keeper.logged");

    @Test
    void values_are_those_of_the_line() {
        List<Meaning> meanings = DialogueExplainer.of(Transcript.pop("""
                                S: +OK pop.plala.example POP3 ready -> talk.pop.greeting
                                C: USER hanako -> talk.pop.user
                                C: PASS sakura cherry -> talk.pop.pass
                                C: STAT -> talk.pop.stat
                                S: +OK 30 2520000 -> talk.pop.stat.ok
                                """).events(), Optional.empty());
        assertThat(meanings.get(2).telling().values()).isEqualTo(Map.of("user", "hanako"));
        assertThat(meanings.get(3).telling().values()).isEqualTo(Map.of("password", "sakura cherry"));
        assertThat(meanings.get(5).telling().values()).isEqualTo(Map.of("n", 30L, "octets", 2_520_000L));
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {
                "LOCAL_RECIPIENT",
                "OWN_NETWORK",
                "LISTED",
                "OPEN_RELAY",
                "AUTHENTICATED",
                "NOT_LISTED",
                "EXPIRED",
                "OUTSIDER",
                "UNKNOWN_RECIPIENT"
            })
    void the_answer_to_a_recipient_tells_the_gates_reason(Reason reason) {
        Event.Said answer = said(reason.accepts() ? "250 2.1.5 Recipient ok" : "550 5.7.1 Relaying denied");
        assertThat(last(DialogueExplainer.of(List.of(decided(reason), answer), Optional.empty())))
                .isEqualTo("talk.smtp.rcpt." + reason.kebab());
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"ADDRESS_CHANGED", "OTHER_DOOR", "TOO_EARLY", "LOOKED_BEFORE", "NOT_LISTED"})
    void the_deciding_line_tells_the_reason_that_was_found_for_people(Reason reason) {
        Event.Said answer = said("550 5.7.1 <taro@friend.example>: Relaying denied");
        List<Event> talk = List.of(decided(Reason.NOT_LISTED), answer);
        assertThat(last(DialogueExplainer.of(talk, Optional.of(decidedBy(answer, reason)))))
                .isEqualTo("talk.smtp.rcpt." + reason.kebab());
    }

    @Test
    void each_of_several_recipients_has_its_own_reason() {
        Event.Said no = said("550 5.7.1 <taro@friend.example>: Relaying denied");
        Event.Said yes = said("250 2.1.5 <hanako@plala.example>: Recipient ok");
        Result both = sending(
                Outcome.SENT,
                "250",
                Reason.LOCAL_RECIPIENT,
                yes,
                List.of(
                        new ExchangeResult.RecipientResult("taro@friend.example", no.line(), Reason.ADDRESS_CHANGED),
                        new ExchangeResult.RecipientResult(
                                "hanako@plala.example", yes.line(), Reason.LOCAL_RECIPIENT)));
        assertThat(keys(DialogueExplainer.of(
                        List.of(decided(Reason.NOT_LISTED), no, decided(Reason.LOCAL_RECIPIENT), yes),
                        Optional.of(both))))
                .containsExactly("talk.smtp.rcpt.address-changed", "talk.smtp.rcpt.local-recipient");
    }

    @Test
    void a_full_mailbox_is_no_acceptance() {
        Event.Said full = said("452 4.2.2 <hanako@plala.example>: Mailbox full");
        assertThat(last(DialogueExplainer.of(List.of(decided(Reason.LOCAL_RECIPIENT), full), Optional.empty())))
                .isEqualTo("talk.smtp.452.4.2.2");
    }

    @Test
    void a_log_in_that_was_listed_says_so() {
        List<Event> talk = new ArrayList<>(
                Transcript.pop("C: PASS sakura -> talk.pop.pass").events());
        talk.add(new Event.Listed(
                Transcript.AT, 1, SeatId.FIRST, "plala.example", ADDRESS, Transcript.AT.plusSeconds(600)));
        talk.add(said("+OK 3 messages (1593 octets)"));
        assertThat(last(DialogueExplainer.of(talk, Optional.empty()))).isEqualTo("talk.pop.pass.listed");
    }

    @Test
    void a_redirected_call_names_both_hosts() {
        Event opened = new Event.SessionOpened(
                Transcript.AT,
                1,
                SeatId.FIRST,
                Protocol.SMTP,
                new Event.Called("smtp.yahoo.example", 25),
                "town.example",
                ADDRESS);
        Message heading =
                DialogueExplainer.of(List.of(opened), Optional.empty()).get(0).telling();
        assertThat(heading.key()).isEqualTo("talk.session.redirected");
        assertThat(heading.values())
                .containsEntry("dialled", "smtp.yahoo.example")
                .containsEntry("host", "smtp.town.example");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"SILENCE", "CONNECTION_REFUSED", "NAME_UNKNOWN"})
    void what_the_network_did_is_told(Reason reason) {
        Event failed = new Event.CallFailed(Transcript.AT, SeatId.FIRST, "smtp.plala.example", 25, reason);
        assertThat(keys(DialogueExplainer.of(List.of(failed), Optional.empty())))
                .containsExactly("talk.network." + reason.kebab());
    }

    @Test
    void a_dialogue_without_its_beginning_is_understood() {
        List<Event> talk = List.of(said(Speaker.CLIENT, "QUIT"), said("+OK pop.plala.example closing"));
        assertThat(keys(DialogueExplainer.of(talk, Optional.empty()))).containsExactly("talk.quit", "talk.bye");
    }

    @Test
    void no_text_is_missing_and_none_is_unused() {
        Set<String> used = new TreeSet<>(Set.of("talk.session.redirected", "talk.pop.pass.listed", "talk.secured"));
        Transcripts.all().forEach(transcript -> used.addAll(transcript.keys()));
        used.addAll(KEEPER);
        Stream.of("silence", "connection-refused", "name-unknown").forEach(why -> used.add("talk.network." + why));
        EnumSet.range(Reason.LOCAL_RECIPIENT, Reason.LOOKED_BEFORE).stream()
                .filter(reason -> reason != Reason.AUTH_REQUIRED && reason != Reason.ENCRYPTION_REQUIRED)
                .forEach(reason -> used.add("talk.smtp.rcpt." + reason.kebab()));
        assertThat(MessagesFile.read(SHELF, "content/ja/talk.properties").all().keySet())
                .containsExactlyInAnyOrderElementsOf(used);
    }

    private static List<String> keys(List<Meaning> meanings) {
        return meanings.stream().map(meaning -> meaning.telling().key()).toList();
    }

    private static String last(List<Meaning> meanings) {
        return meanings.get(meanings.size() - 1).telling().key();
    }

    private static Event.Said said(String line) {
        return said(Speaker.SERVER, line);
    }

    private static Event.Said said(Speaker speaker, String line) {
        return new Event.Said(Transcript.AT, 1, speaker, line);
    }

    private static Event.Decided decided(Reason reason) {
        String recipient = reason == Reason.LOCAL_RECIPIENT ? "hanako@plala.example" : "taro@friend.example";
        return new Event.Decided(
                Transcript.AT,
                1,
                "plala.example",
                ADDRESS,
                new Event.Envelope("hanako@plala.example", recipient),
                new Event.Verdict(reason, null, List.of()));
    }

    private static Result sending(
            Outcome outcome,
            String reply,
            Reason reason,
            Event event,
            List<ExchangeResult.RecipientResult> recipients) {
        ExchangeResult half = new ExchangeResult(
                outcome,
                reply,
                Optional.of(reason),
                Optional.of(new ExchangeResult.Key(event, Optional.empty(), Optional.empty(), List.of())),
                new ExchangeResult.Desk(Protocol.SMTP, "smtp.plala.example", Optional.of("smtp.plala.example")),
                List.of(),
                recipients);
        return new Result(
                1, Transcript.AT, new Press.Send(), Optional.empty(), Optional.of(half), List.of(), List.of());
    }

    private static Result decidedBy(Event event, Reason reason) {
        return sending(Outcome.REFUSED, "550", reason, event, List.of());
    }
}
