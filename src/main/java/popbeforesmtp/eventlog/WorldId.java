package popbeforesmtp.eventlog;

/**
 * Names one practice world. Worlds never see each other.
 *
 * @param value any text that is unique among the living worlds; never shown to a learner
 */
public record WorldId(String value) {}
