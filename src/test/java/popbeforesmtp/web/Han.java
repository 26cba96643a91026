package popbeforesmtp.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds Chinese characters without a reading. */
final class Han {

    private static final Pattern RUBY_OR_TAG = Pattern.compile("<ruby>.*?</ruby>|<[^>]*>");
    private static final Pattern BARE = Pattern.compile(".{0,6}[\\x{2E80}-\\x{9FFF}&&\\p{IsHan}].{0,6}");

    private Han() {}

    /** Each with what stands around it. */
    static List<String> bare(String html) {
        return texts(html).stream()
                .flatMap(text -> BARE.matcher(text).results().map(MatchResult::group))
                .toList();
    }

    /** What stands between the tags and the words that have readings. */
    static List<String> texts(String html) {
        return List.of(RUBY_OR_TAG.split(html));
    }
}
