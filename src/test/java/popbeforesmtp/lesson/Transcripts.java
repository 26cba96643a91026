package popbeforesmtp.lesson;

import java.util.stream.Stream;

/** What is said on the wire, here and at servers to come, with the key of each line's meaning. */
public final class Transcripts {

    private Transcripts() {}

    public static Stream<Transcript> all() {
        return Stream.of(Transcript.pop("""
                        S: +OK pop.plala.example POP3 ready <1.1175490000000@pop.plala.example> -> talk.pop.greeting.stamp
                        C: APOP hanako c4c9334bac560ecc979e58001b3e22fb -> talk.pop.apop
                        S: -ERR [AUTH] Wrong name or password -> talk.pop.pass.no
                        C: STLS -> talk.tls
                        S: +OK Begin TLS -> talk.pop.stls.ok
                        C: STLS -> talk.tls
                        S: -ERR TLS is on already -> talk.pop.err.order
                        C: STAT -> talk.pop.stat
                        S: -ERR Log in first -> talk.pop.err.order
                        C: PASS sakura -> talk.pop.pass
                        S: -ERR USER comes first -> talk.pop.err.user-first
                        C: USER hanako -> talk.pop.user
                        S: +OK Password, please -> talk.pop.user.ok
                        C: PASS sakura -> talk.pop.pass
                        S: -ERR [IN-USE] Mailbox is open in another session -> talk.pop.in-use
                        C: USER hanako -> talk.pop.user
                        S: +OK Password, please -> talk.pop.user.ok
                        C: PASS momiji -> talk.pop.pass
                        S: -ERR [AUTH] Wrong name or password -> talk.pop.pass.no
                        C: QUIT -> talk.quit
                        S: +OK pop.plala.example closing -> talk.bye
                        """), Transcript.pop("""
                        S: +OK pop.plala.example POP3 ready -> talk.pop.greeting
                        C: user hanako -> talk.pop.user
                        S: +OK Password, please -> talk.pop.user.ok
                        C: PASS sakura -> talk.pop.pass
                        S: +OK 3 messages (1593 octets) -> talk.pop.pass.ok
                        C: STAT -> talk.pop.stat
                        S: +OK 3 1593 -> talk.pop.stat.ok
                        C: LIST -> talk.pop.list
                        S: +OK 3 messages (1593 octets) -> talk.pop.list.ok
                        S: 1 531 -> talk.pop.list.item
                        S: . -> talk.end
                        C: LIST 1 -> talk.pop.list.one
                        S: +OK 1 531 -> talk.pop.list.item
                        C: UIDL -> talk.pop.uidl
                        S: +OK Unique ids -> talk.pop.uidl.ok
                        S: 1 7 -> talk.pop.uidl.item
                        S: . -> talk.end
                        C: UIDL 1 -> talk.pop.uidl.one
                        S: +OK 1 7 -> talk.pop.uidl.item
                        C: RETR 1 -> talk.pop.retr
                        S: +OK 531 octets -> talk.pop.retr.ok
                        S: (mail) -> talk.letter
                        C: TOP 1 2 -> talk.pop.top
                        S: +OK Top of the message -> talk.pop.top.ok
                        S: (mail) -> talk.letter.top
                        C: DELE 1 -> talk.pop.dele
                        S: +OK Message 1 is deleted at QUIT -> talk.pop.dele.ok
                        C: RETR 9 -> talk.pop.retr
                        S: -ERR No such message -> talk.pop.err.no-mail
                        C: PASS sakura -> talk.pop.pass
                        S: -ERR this user has no $HOME/Maildir -> talk.pop.err.broken
                        C: PASS sakura -> talk.pop.pass
                        S: -ERR [SYS/PERM] Mailbox cannot be opened -> talk.pop.err.broken
                        C: PASS sakura -> talk.pop.pass
                        S: -ERR Log-in failed, closing -> talk.pop.err.no-log-in
                        C: RSET -> talk.pop.rset
                        S: +OK Nothing is deleted at QUIT -> talk.pop.rset.ok
                        C: NOOP -> talk.noop
                        S: +OK Nothing done -> talk.noop.ok
                        C: CAPA -> talk.pop.capa
                        S: +OK This works here -> talk.pop.capa.ok
                        S: TOP -> talk.pop.capa.item
                        S: . -> talk.end
                        C: DELE x -> talk.pop.dele
                        S: -ERR Syntax: DELE 1 -> talk.pop.err.form
                        C: HELO hanako-pc -> talk.client.other
                        S: -ERR Command not known -> talk.pop.err.unknown
                        C: POST / HTTP/1.1 -> talk.client.other
                        S: -ERR This is a mail server, not a web server, closing -> talk.pop.err.browser
                        C: AUTH PLAIN -> talk.client.other
                        S: +OK -> talk.pop.ok
                        C: DELE 1 2 3 4 -> talk.pop.dele
                        S: -ERR Line too long, closing -> talk.pop.err.long
                        C: DELE 1 -> talk.pop.dele
                        S: -ERR No, thank you -> talk.pop.err
                        S: -ERR Idle too long, closing -> talk.pop.err.idle
                        S: -ERR Too many errors, closing -> talk.pop.err.errors
                        S: -ERR [SYS/TEMP] Server is stopping -> talk.pop.busy
                        S: what? -> talk.server.other
                        """), Transcript.smtp("""
                        S: 220 smtp.plala.example ESMTP -> talk.smtp.greeting
                        C: MAIL FROM:<hanako@plala.example> -> talk.smtp.mail.hanako
                        S: 503 5.5.1 HELO or EHLO comes first -> talk.smtp.503
                        C: EHLO hanako-pc -> talk.smtp.hello
                        S: 250-smtp.plala.example -> talk.smtp.hello.ok
                        S: 250-SIZE 1048576 -> talk.smtp.can.size
                        S: 250-8BITMIME -> talk.smtp.can.8bitmime
                        S: 250-PIPELINING -> talk.smtp.can.pipelining
                        S: 250-AUTH PLAIN LOGIN -> talk.smtp.can.auth
                        S: 250-HELP -> talk.smtp.can.other
                        S: 250-ENHANCEDSTATUSCODES -> talk.smtp.can.enhancedstatuscodes
                        S: 250 STARTTLS -> talk.smtp.can.starttls
                        C: helo hanako-pc -> talk.smtp.hello
                        S: 250 smtp.plala.example -> talk.smtp.hello.ok
                        C: MAIL FROM:<> -> talk.smtp.mail.nobody
                        S: 250 2.1.0 <>: Sender ok -> talk.smtp.mail.ok
                        C: MAIL FROM:<jiro@other.example> SIZE=531 -> talk.smtp.mail.jiro
                        S: 503 5.5.1 Sender is given already -> talk.smtp.503
                        C: RSET -> talk.smtp.rset
                        S: 250 2.0.0 Ok -> talk.smtp.rset.ok
                        C: MAIL FROM:<saburo@other.example> -> talk.smtp.mail.saburo
                        S: 501 5.1.7 Bad sender address -> talk.smtp.501.5.1.7
                        C: mail from: <someone@abroad.example> -> talk.smtp.mail
                        S: 250 2.1.0 <someone@abroad.example>: Sender ok -> talk.smtp.mail.ok
                        C: RCPT TO:<taro@friend.example> -> talk.smtp.rcpt.taro
                        S: 550 5.7.1 <taro@friend.example>: Relaying denied -> talk.smtp.550.5.7.1
                        C: RCPT TO:<hanako@plala.example> -> talk.smtp.rcpt.hanako
                        S: 250 2.1.5 <hanako@plala.example>: Recipient ok -> talk.smtp.rcpt.ok
                        C: RCPT TO:<hanako@yahoo.example> -> talk.smtp.rcpt
                        S: 550 5.1.1 <x@plala.example>: No such user here -> talk.smtp.rcpt.unknown-recipient
                        C: RCPT TO:hanako -> talk.smtp.rcpt
                        S: 501 5.1.3 Bad recipient address -> talk.smtp.501.5.1.3
                        S: 452 4.2.2 <hanako@plala.example>: Mailbox full -> talk.smtp.452.4.2.2
                        S: 452 4.5.3 Too many recipients -> talk.smtp.452.4.5.3
                        C: DATA -> talk.smtp.data
                        S: 354 End the message with <CRLF>.<CRLF> -> talk.smtp.354
                        C: (mail) -> talk.letter
                        S: 250 2.0.0 Message accepted -> talk.smtp.letter.ok
                        C: NOOP -> talk.noop
                        S: 250 2.0.0 Ok -> talk.noop.ok
                        C: VRFY hanako -> talk.smtp.vrfy
                        S: 250 2.0.0 <hanako@plala.example> -> talk.smtp.vrfy.ok
                        C: VRFY hanako -> talk.smtp.vrfy
                        S: 252 2.5.0 Cannot verify, send the mail and see -> talk.smtp.252
                        C: EXPN list -> talk.client.other
                        S: 502 5.5.1 Command not offered -> talk.smtp.502
                        C: QUIT -> talk.quit
                        S: 221 2.0.0 smtp.plala.example closing -> talk.bye
                        """), Transcript.smtp("""
                        S: 220 smtp.plala.example ESMTP -> talk.smtp.greeting
                        C: AUTH LOGIN -> talk.smtp.auth
                        S: 334 VXNlcm5hbWU6 -> talk.smtp.334
                        C: aGFuYWtv -> talk.smtp.auth.secret
                        S: 334 UGFzc3dvcmQ6 -> talk.smtp.334
                        C: c2FrdXJh -> talk.smtp.auth.secret
                        S: 235 2.7.0 Authentication succeeded -> talk.smtp.235
                        C: AUTH PLAIN AGhhbmFrbwBtb21pamk= -> talk.smtp.auth
                        S: 535 5.7.8 Authentication failed -> talk.smtp.535
                        S: 534 5.7.9 Too weak -> talk.smtp.534
                        S: 530 5.7.0 Authentication required -> talk.smtp.530
                        S: 530 5.7.0 Must issue a STARTTLS command first -> talk.smtp.530.tls
                        S: 538 5.7.11 Encryption required, STARTTLS comes first -> talk.smtp.538
                        C: STARTTLS -> talk.tls
                        S: 220 2.0.0 Ready to start TLS -> talk.smtp.220.tls
                        C: MAIL FROM:a@b.example -> talk.smtp.mail
                        S: 501 5.5.4 Address must stand in angle brackets: MAIL FROM:<name@host> -> talk.smtp.501.brackets
                        C: HELP -> talk.smtp.help
                        S: 214 2.0.0 HELO EHLO MAIL RCPT DATA RSET NOOP VRFY HELP QUIT -> talk.smtp.214
                        C: FOO -> talk.client.other
                        S: 500 5.5.1 Command not known -> talk.smtp.500
                        S: 500 5.5.2 Line too long -> talk.smtp.500.5.5.2
                        S: 501 5.5.4 Syntax: MAIL FROM:<address> -> talk.smtp.501
                        S: 555 5.5.4 Parameter not known -> talk.smtp.555
                        S: 552 5.3.4 Message too big, at most 1048576 octets -> talk.smtp.552
                        S: 550 5.7.0 No -> talk.smtp.550
                        S: 553 5.1.3 No -> talk.smtp.553
                        S: 554 5.5.0 No -> talk.smtp.554
                        S: 451 4.3.0 Not now -> talk.smtp.451
                        S: 452 4.3.1 No room -> talk.smtp.452
                        S: 421 4.4.2 smtp.plala.example Idle too long, closing -> talk.smtp.421.4.4.2
                        S: 421 4.3.2 smtp.plala.example Server is stopping -> talk.smtp.421.4.3.2
                        S: 421 4.3.0 smtp.plala.example Server error, closing -> talk.smtp.421
                        S: 421 4.7.0 smtp.plala.example Too many wrong log-ins, closing -> talk.smtp.421.log-ins
                        S: 421 4.7.0 smtp.plala.example Too many errors, closing -> talk.smtp.421.errors
                        S: 421 4.7.0 smtp.plala.example This is a mail server, not a web server, closing -> talk.smtp.421.browser
                        S: 211 Help -> talk.smtp.2
                        S: 250 Yes -> talk.smtp.2
                        S: 355 Go on -> talk.smtp.3
                        S: 454 4.7.0 Not now -> talk.smtp.4
                        S: 504 5.5.4 Mechanism not known, PLAIN and LOGIN are -> talk.smtp.504
                        S: 556 5.1.10 No -> talk.smtp.5
                        S: 999 -> talk.server.other
                        S: ??? -> talk.server.other
                        """));
    }
}
