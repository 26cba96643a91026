package popbeforesmtp.mailserver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import popbeforesmtp.mailserver.pop3.Pop3Reply;
import popbeforesmtp.mailserver.session.Reply;
import popbeforesmtp.mailserver.session.Reply.Next;
import popbeforesmtp.mailserver.smtp.SmtpReply;

/** What holds of everything that the servers can say. */
class RepliesTest {

    /** Greeting, HELO, EHLO, 334 and 354 have no enhanced code (RFC 2034, 4). */
    private static final Set<SmtpReply> PLAIN = EnumSet.of(
            SmtpReply.GREETING,
            SmtpReply.HELLO,
            SmtpReply.EXTENDED_HELLO,
            SmtpReply.SUBMISSION_HELLO,
            SmtpReply.UNSEALED_SUBMISSION_HELLO,
            SmtpReply.UNSEALED_HELLO,
            SmtpReply.ASKED,
            SmtpReply.SEND_IT);

    private static final Pattern ENHANCED = Pattern.compile("([245])[0-9]{2} \\1\\.[0-9]{1,3}\\.[0-9]{1,3} [!-~].*");
    private static final int LONGEST = 510;

    @ParameterizedTest
    @EnumSource(SmtpReply.class)
    void an_smtp_reply_is_whole(SmtpReply reply) {
        Reply said = reply.with("x", "y", "z");
        for (String line : said.lines()) {
            assertThat(line).hasSizeLessThanOrEqualTo(LONGEST).matches("[ -~]+").doesNotContain("%");
            Matcher enhanced = ENHANCED.matcher(line);
            assertThat(enhanced.matches())
                    .as("%s has an enhanced code of its class", line)
                    .isEqualTo(!PLAIN.contains(reply));
        }
        boolean last =
                said.lines().get(0).startsWith("221") || said.lines().get(0).startsWith("421");
        assertThat(said.next() == Next.END)
                .as("only 221 and 421 end (RFC 5321, 3.8)")
                .isEqualTo(last);
        if (last) {
            assertThat(said.lines().get(0)).contains("smtp.x");
        }
        assertThat(said.next() == Next.TLS).isEqualTo(reply == SmtpReply.SEALED);
        assertThat(said.next() == Next.DATA).isEqualTo(said.lines().get(0).startsWith("354"));
    }

    @ParameterizedTest
    @EnumSource(Pop3Reply.class)
    void a_pop3_reply_is_whole(Pop3Reply reply) {
        Reply said = reply.with("1", "2");
        assertThat(said.lines().get(0)).matches("(\\+OK|-ERR) [ -~]+").doesNotContain("%");
        assertThat(said.lines().get(0)).hasSizeLessThanOrEqualTo(LONGEST);
        assertThat(said.next() == Next.TLS).isEqualTo(reply == Pop3Reply.SEALED);
        if (said.mistake()) {
            assertThat(said.lines().get(0)).startsWith("-ERR");
            assertThat(said.next()).isEqualTo(Next.COMMAND);
        }
    }
}
