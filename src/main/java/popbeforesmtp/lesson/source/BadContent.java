package popbeforesmtp.lesson.source;

/** Something in {@code content/} is wrong. The message begins with file and line, for whoever wrote it. */
public final class BadContent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param file the path on the shelf
     * @param line counted from 1
     * @param fault what is wrong, in words
     */
    public BadContent(String file, int line, String fault) {
        super(file + ":" + line + ": " + fault);
    }
}
