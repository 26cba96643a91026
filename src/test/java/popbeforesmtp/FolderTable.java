package popbeforesmtp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The folder table of README.md: each folder and the folders it may use. {@code App} stands for the root package. */
record FolderTable(Map<String, Set<String>> mayUse) {
    static final String APP = "App";
    private static final String HEADING = "| folder | what lives here | may use |";
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    static FolderTable read(Path readme) throws IOException {
        List<String> lines = Files.readAllLines(readme, UTF_8);
        int heading = lines.indexOf(HEADING);
        if (heading < 0) {
            throw new AssertionError("README.md has no table with the heading " + HEADING);
        }
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        for (String line : lines.subList(heading + 2, lines.size())) {
            if (!line.startsWith("|")) {
                break;
            }
            String[] cells = line.substring(1).split("\\|", -1);
            String folder = quoted(cells[0]).iterator().next();
            rows.put(folder, quoted(cells[2]));
        }
        return new FolderTable(rows);
    }

    Set<String> folders() {
        return mayUse.keySet();
    }

    boolean allows(String from, String to) {
        return from.equals(to)
                || from.equals(APP)
                || mayUse.getOrDefault(from, Set.of()).contains(to)
                || (!top(from).equals(top(to))
                        && mayUse.getOrDefault(from, Set.of()).contains(top(to)));
    }

    /** The first folder of a path; naming it allows all that is below it to whoever lives elsewhere. */
    private static String top(String folder) {
        return folder.split("/", 2)[0];
    }

    private static Set<String> quoted(String cell) {
        Set<String> words = new HashSet<>();
        Matcher matcher = QUOTED.matcher(cell);
        while (matcher.find()) {
            words.add(matcher.group(1));
        }
        return words;
    }
}
