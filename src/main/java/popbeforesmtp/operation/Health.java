package popbeforesmtp.operation;

import java.util.Map;

/**
 * What is up.
 *
 * @param version of the site
 * @param ready whether presses can be done and kept now; a balancer sends nobody here while not
 * @param counts how many there are of what, {@code worlds}; told in this order
 */
public record Health(String version, boolean ready, Map<String, Integer> counts) {

    /** One about which nothing is known but that it is up. */
    public static final Health UP = new Health("unknown", true, Map.of());
}
