package popbeforesmtp.mailserver.session;

import popbeforesmtp.mailserver.mailbox.Letter;

/**
 * One side of a conversation, without socket and without thread: a state machine that hears a line and answers. The
 * methods are called by one thread, {@link #greeting} first, {@link #end} last and always.
 */
public interface Dialogue {

    /** What the server says before it was asked. */
    Reply greeting();

    /** The answer to a command line that is whole and within its bound. */
    Reply answer(String line);

    /** The answer to the mail that followed a reply with {@link Reply.Next#DATA}. */
    Reply received(Letter letter);

    /** The answer when something other than a command came. */
    Reply trouble(Trouble trouble);

    /** The session is over, in whatever way. */
    void end();

    /** What can come instead of a command. */
    enum Trouble {
        /** A line past its bound; it was read to its end. */
        LONG_LINE,
        /**
         * A line that ended with a bare LF, or held a bare CR, NUL or another control character. It is never obeyed.
         */
        MALFORMED_LINE,
        /** A mail past its bound; it was read to its final dot. */
        LONG_MAIL,
        /** A mail for which there is no room just now; it was read to its final dot. */
        NO_ROOM,
        /** A line far past its bound and still without an end: the server has stopped reading. */
        FLOOD,
        /** A mail far past its bound and still without an end: the server has stopped reading. */
        FLOOD_OF_A_MAIL,
        /** Nothing, for too long. */
        SILENCE,
        /** One thing after the other, for too long. */
        OVERTIME,
        /** One command in error too many; the answer stands in for that command's own. */
        MISTAKES,
        /** One caller more than the server takes. */
        CROWD,
        /** One caller more than one host takes. */
        CROWD_AT_HOST,
        /** One caller more than is taken from one address. */
        CROWD_FROM_ADDRESS,
        /** The server is being stopped. */
        STOP,
        /** A fault of ours. */
        FAULT
    }
}
