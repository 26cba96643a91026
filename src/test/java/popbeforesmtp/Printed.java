package popbeforesmtp;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What the program writes on the console. */
public final class Printed {

    /** Something that may print. */
    @FunctionalInterface
    public interface Act {

        /** Does it. */
        void run() throws Exception;
    }

    private Printed() {}

    /** What is written to the error stream, logs too, while something is done. One test at a time. */
    public static String during(Act act) throws Exception {
        PrintStream usual = System.err;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            act.run();
        } finally {
            System.setErr(usual);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
