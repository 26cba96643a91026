package popbeforesmtp.web;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds Chinese characters without a reading. */
final class Han {

    private static final Pattern RUBY_OR_TAG = Pattern.compile("<ruby>.*?</ruby>|<[^>]*>");
    private static final Pattern BARE = Pattern.compile("[0-9]*\\p{IsHan}+\\p{IsHiragana}{0,4}");

    private Han() {}

    /** Each with the digits before it and the kana after it, as they are read together. */
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
