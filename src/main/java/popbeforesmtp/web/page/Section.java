package popbeforesmtp.web.page;

/** The parts of the site that others lead to, by the beginnings of their addresses. */
public final class Section {
    /** The main screen. */
    public static final String TRY = "/try";

    /** The quiz. */
    public static final String QUIZ = "/quiz";

    /** The handouts. */
    public static final String PRINT = "/print";

    private Section() {}
}
