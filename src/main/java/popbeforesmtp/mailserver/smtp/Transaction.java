package popbeforesmtp.mailserver.smtp;

import java.util.ArrayList;
import java.util.List;

/**
 * The envelope of one mail. For the session's thread only.
 *
 * @param hello how the caller introduced himself
 * @param loggedIn whether he gave a name and a password
 * @param sender the address of MAIL FROM, empty for the null sender
 * @param recipients the accepted ones, in their order: {@code local@domain}, or a bare {@code postmaster}
 */
record Transaction(Hello hello, boolean loggedIn, String sender, List<String> recipients) {

    /**
     * What a caller said with HELO or EHLO. It is believed in the Received line only.
     *
     * @param name empty before either; else any octets, as ISO 8859-1 characters
     * @param extended whether it was EHLO
     * @param sealed whether it was said under TLS
     */
    record Hello(String name, boolean extended, boolean sealed) {

        /** Before anything was said. */
        static final Hello NONE = new Hello("", false, false);
    }

    static Transaction from(String sender, Hello hello, boolean loggedIn) {
        return new Transaction(hello, loggedIn, sender, new ArrayList<>());
    }

    /** The word for the Received line (RFC 3848). */
    String protocol() {
        if (!hello.extended()) {
            return "SMTP";
        }
        return "ESMTP" + (hello.sealed() ? "S" : "") + (loggedIn ? "A" : "");
    }
}
