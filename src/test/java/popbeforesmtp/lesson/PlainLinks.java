package popbeforesmtp.lesson;

import popbeforesmtp.lesson.prose.Links;

/** Links that lead to what they say. */
public final class PlainLinks implements Links {

    @Override
    public String claim(String id) {
        return "claim:" + id;
    }

    @Override
    public String word(String id) {
        return "word:" + id;
    }

    @Override
    public String experiment(String id) {
        return "case:" + id;
    }

    @Override
    public String page(String path) {
        return "page:" + path;
    }
}
