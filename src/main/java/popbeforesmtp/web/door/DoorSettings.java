package popbeforesmtp.web.door;

import popbeforesmtp.sandbox.door.Door;

/**
 * What is to be typed into a mail program.
 *
 * @param host the name that the reader's browser has for this machine
 * @param pop3 the port to receive at, 0 while the door is closed
 * @param smtp the port to send at, 0 while the door is closed
 */
record DoorSettings(String host, int pop3, int smtp) {

    public boolean isOpen() {
        return smtp > 0;
    }

    public String user() {
        return Door.USER;
    }

    public String password() {
        return Door.PASSWORD;
    }

    /** What a mail program shows of the certificate. */
    public String fingerprint() {
        return Door.fingerprint();
    }

    /** The mail address of whoever gives that name. */
    public String mail() {
        return Door.USER + "@" + Door.HOST;
    }
}
