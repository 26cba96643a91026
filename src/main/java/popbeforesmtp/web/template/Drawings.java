package popbeforesmtp.web.template;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The drawings of the site, ready to be put into a page: <code>[(${draw.of('yes')})]</code>. Never changes. */
public final class Drawings {

    private static final Pattern DRAWING =
            Pattern.compile("<svg th:fragment=\"([a-z0-9-]+)\"(.*?</svg>)", Pattern.DOTALL);

    private final Map<String, String> byName = new HashMap<>();

    /**
     * Takes every drawing out of some files.
     *
     * @param files the texts of the files
     */
    public Drawings(String... files) {
        for (String file : files) {
            Matcher drawing = DRAWING.matcher(file);
            while (drawing.find()) {
                byName.put(
                        drawing.group(1),
                        "<svg" + drawing.group(2).replaceAll("\n\\s*(?=<)", "").replaceAll("\n\\s*", " "));
            }
        }
    }

    /**
     * A drawing.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public String of(String name) {
        String drawing = byName.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no drawing " + name);
        }
        return drawing;
    }
}
