package popbeforesmtp.mailclient;

import popbeforesmtp.network.Dialled;

/** Makes calls from where the mail program runs. */
@FunctionalInterface
public interface Caller {

    /**
     * Makes a call.
     *
     * @param name the server's name
     * @param port 25 or 110
     */
    Dialled dial(String name, int port);
}
