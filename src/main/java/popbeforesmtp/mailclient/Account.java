package popbeforesmtp.mailclient;

/**
 * What a mail program has in its settings for one mailbox.
 *
 * @param user the mailbox's name, without domain
 * @param password what the program will say at log-in, right or wrong
 * @param pop3Server the receiving server's name, {@code pop.plala.example}
 * @param smtpServer the sending server's name, {@code smtp.plala.example}
 */
public record Account(String user, String password, String pop3Server, String smtpServer) {}
