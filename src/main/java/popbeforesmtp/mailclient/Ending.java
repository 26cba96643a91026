package popbeforesmtp.mailclient;

import java.time.Duration;
import popbeforesmtp.network.Dialled;

/** How a talk, or the attempt at one, ended. */
public sealed interface Ending {

    /** The talk went as far as the server agreed. */
    record Done() implements Ending {}

    /** The server said no. */
    record Refused(Reply reply) implements Ending {}

    /** The network ended the call before any server saw it. */
    record NotConnected(Dialled why) implements Ending {

        /** How long the program waited for nothing, in practice time. */
        public Duration waited() {
            return why instanceof Dialled.Silence silence ? silence.waited() : Duration.ZERO;
        }
    }

    /** The connection ended in the middle. */
    record Lost() implements Ending {}
}
