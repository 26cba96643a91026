package popbeforesmtp.mailserver.mailbox;

/** At which of its desks a host offers TLS, and whether members must take it. From the first octet it is talked at 465 and 995 anyhow. */
public enum Sealing {
    /** Whoever receives, and whoever sends at the submission port, may ask for it; port 25 is as it was. */
    FOR_MEMBERS,
    /** The same; and no name and password is taken at the submission port without it (RFC 4954, 4). */
    OF_MEMBERS,
    /** Whoever receives or sends may ask for it, at port 25 too. */
    FOR_ALL
}
