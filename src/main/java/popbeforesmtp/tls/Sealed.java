package popbeforesmtp.tls;

/**
 * What went over the line in place of some words.
 *
 * @param octets how many octets
 * @param beginning the head of the first record, {@code 17 03 03 00 36}: all that can be read of it; empty if there was none
 */
public record Sealed(long octets, String beginning) {}
