package popbeforesmtp.mailserver.mailbox;

import java.time.Duration;
import popbeforesmtp.eventlog.Protocol;

/**
 * How much is too much; each bound has its own reply.
 *
 * @param times how long somebody may take
 * @param crowds how many may call at once
 * @param sizes how much a line, a mail and a mailbox may hold
 * @param halfMails how much all mails together may hold that are being read
 * @param mistakes commands in error in one session; the last is answered {@code 421 4.7.0 ... Too many errors} or
 *     {@code -ERR Too many errors}, and that is the end
 * @param logIns how many wrong passwords somebody may give
 */
public record Limits(Times times, Crowds crowds, Sizes sizes, HalfMails halfMails, int mistakes, LogIns logIns) {

    /**
     * How long somebody may take.
     *
     * @param pop3Idle how long a silent POP3 session is kept; {@code -ERR}, then the end without UPDATE (RFC 1939, 3:
     *     at least 10 minutes)
     * @param smtpIdle how long a silent SMTP session is kept; {@code 421 4.4.2 ... Idle} (RFC 5321, 4.5.3.2.7: at
     *     least 5 minutes)
     * @param session how long a session is kept at all; {@code 421 4.4.2 ... Session too long}, {@code -ERR [SYS/TEMP]}
     * @param stall how long a caller may take nothing of a reply before the line is cut, up to twice this long
     */
    public record Times(Duration pop3Idle, Duration smtpIdle, Duration session, Duration stall) {

        public Duration idle(Protocol protocol) {
            return switch (protocol) {
                case POP3 -> pop3Idle;
                case SMTP -> smtpIdle;
            };
        }
    }

    /**
     * How many may call at once, all protocols together; one more is told {@code 421 4.3.2}, {@code -ERR [SYS/TEMP]}.
     *
     * @param all open sessions
     * @param host open sessions at one host of one world
     * @param address open sessions from one address in one world, and three times as many from one IPv6 network (/64);
     *     {@code 421 4.7.0}
     * @param reserved how many of all places are only for addresses (IPv6: /64) from which no other session is open
     */
    public record Crowds(int all, int host, int address, int reserved) {

        /** The same without reserved places. */
        public Crowds(int all, int host, int address) {
            this(all, host, address, 0);
        }
    }

    /**
     * How much a line, a mail and a mailbox may hold.
     *
     * @param lineOctets a command line with its CRLF; {@code 500 5.5.2}, {@code -ERR} (RFC 5321, 4.5.3.1.4: at least
     *     512)
     * @param messageOctets a mail, by SIZE= or by its octets; {@code 552 5.3.4} (RFC 5321, 4.5.3.1.7: at least 65,536)
     * @param recipients recipients of one mail; {@code 452 4.5.3} (RFC 5321, 4.5.3.1.8: at least 100)
     * @param mailboxMessages mails in a mailbox; {@code 452 4.2.2}
     * @param mailboxOctets octets in a mailbox; {@code 452 4.2.2}
     */
    public record Sizes(int lineOctets, int messageOctets, int recipients, int mailboxMessages, long mailboxOctets) {}

    /**
     * How much may be held of mails that are being read, beyond the first few kilobytes of each; a mail that finds no room is
     * read to its end, not kept, and answered {@code 452 4.3.1}.
     *
     * @param octets of all of them
     * @param address of those from one address (IPv6: /64) in one world
     */
    public record HalfMails(long octets, long address) {}

    /**
     * How many wrong passwords somebody may give.
     *
     * @param session in one session; the last is answered {@code -ERR [AUTH]} or {@code 421 4.7.0 ... Too many wrong log-ins},
     *     and that is the end
     * @param address from one address (IPv6: /64) at once; then no password is looked at any more, not even a right one: {@code
     *     -ERR [SYS/TEMP]}, {@code 421 4.7.0}, the end
     * @param again after how long one more is given back to the address
     */
    public record LogIns(int session, int address, Duration again) {

        /** Any number from one address. */
        public LogIns(int session) {
            this(session, Integer.MAX_VALUE, Duration.ofSeconds(1));
        }
    }

    /**
     * What the practice worlds use. There, silence is the world's affair: it ends a line on which nothing is said, so that its
     * journal holds that; the servers' own watch only sees to what no world knows of.
     */
    public static Limits inPractice() {
        Duration day = Duration.ofDays(1);
        return usual().with(new Times(day, day, day, usual().times.stall));
    }

    /** What servers use that watch by themselves. */
    public static Limits usual() {
        return new Limits(
                new Times(Duration.ofMinutes(10), Duration.ofMinutes(5), Duration.ofHours(1), Duration.ofMinutes(2)),
                new Crowds(600, 200, 100),
                new Sizes(1_000, 1 << 20, 100, 250, 8 << 20),
                new HalfMails(16 << 20, 2 << 20),
                25,
                new LogIns(3));
    }

    /** What the door uses: it shares a small heap with the site, and strangers may mean harm. */
    public static Limits atTheDoor() {
        Limits usual = usual();
        Sizes sizes = usual.sizes;
        return new Limits(
                usual.times,
                new Crowds(300, 300, 50, 60),
                new Sizes(sizes.lineOctets, 1 << 17, sizes.recipients, sizes.mailboxMessages, 1 << 19),
                new HalfMails(6 << 20, 1 << 20),
                usual.mistakes,
                new LogIns(usual.logIns.session, 60, Duration.ofSeconds(5)));
    }

    public Limits with(Times other) {
        return new Limits(other, crowds, sizes, halfMails, mistakes, logIns);
    }

    public Limits with(Crowds other) {
        return new Limits(times, other, sizes, halfMails, mistakes, logIns);
    }

    public Limits with(Sizes other) {
        return new Limits(times, crowds, other, halfMails, mistakes, logIns);
    }

    public Limits with(HalfMails other) {
        return new Limits(times, crowds, sizes, other, mistakes, logIns);
    }

    public Limits with(LogIns other) {
        return new Limits(times, crowds, sizes, halfMails, mistakes, other);
    }
}
