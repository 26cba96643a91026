package popbeforesmtp.tls;

/**
 * What went over the line in place of some words.
 *
 * @param octets how many octets
 * @param beginning the first of them, {@code 17 03 03 00 36}; empty if there were none
 */
public record Sealed(long octets, String beginning) {}
