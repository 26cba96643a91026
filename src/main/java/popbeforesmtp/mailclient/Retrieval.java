package popbeforesmtp.mailclient;

/**
 * What receiving led to.
 *
 * @param ending how it ended
 * @param loggedIn whether the log-in succeeded, even if the talk broke afterwards
 * @param mails how many mails were fetched
 * @param octets how much was downloaded, as LIST told the sizes
 */
public record Retrieval(Ending ending, boolean loggedIn, int mails, long octets) {}
