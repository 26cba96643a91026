package popbeforesmtp;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** What the values of options may be, and what is said if they are not. */
final class OptionTypes {

    private OptionTypes() {}

    /** A whole number in a range. */
    private abstract static class WholeNumber implements ITypeConverter<Integer> {

        private final int least;
        private final int most;

        WholeNumber(int least, int most) {
            this.least = least;
            this.most = most;
        }

        @Override
        public Integer convert(String value) {
            try {
                int number = Integer.parseInt(value);
                if (number >= least && number <= most) {
                    return number;
                }
            } catch (NumberFormatException e) {
                // Told below.
            }
            throw new TypeConversionException("wants a number from " + least + " to " + most + ", not " + value);
        }
    }

    /** A port, 0 for any free one. */
    static final class Port extends WholeNumber {
        Port() {
            super(0, 65_535);
        }
    }

    /** So many days, ten years at the most. */
    static final class Days extends WholeNumber {
        Days() {
            super(1, 3_650);
        }
    }

    /** A path without a final slash, empty at the top. */
    static final class BasePath implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            String path = withoutFinalSlash(value);
            if (path.matches("(/(?!\\.{1,2}(/|$))[A-Za-z0-9._~-]+)*")) {
                return path;
            }
            throw new TypeConversionException("wants a path such as /mail, not " + value);
        }
    }

    /** An address with a scheme and a host, without a final slash. */
    static final class PublicUrl implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            String url = withoutFinalSlash(value);
            try {
                URI uri = new URI(url);
                if (List.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null) {
                    return url;
                }
            } catch (URISyntaxException e) {
                // Told below.
            }
            throw new TypeConversionException("wants an address such as https://mail.example.jp, not " + value);
        }
    }

    /** The address of a PostgreSQL database; what was written instead may hold a password and is not repeated. */
    static final class Database implements ITypeConverter<String> {
        @Override
        public String convert(String value) {
            if (value.matches("jdbc:postgresql://[^/]+/.+")) {
                return value;
            }
            throw new TypeConversionException("wants an address such as jdbc:postgresql://localhost/popbeforesmtp");
        }
    }

    private static String withoutFinalSlash(String value) {
        return value.endsWith("/") ? value.substring(0, value.length() - 1) : value;
    }

    /** What was wrong, in one line, and where to read on; of a value from the environment also which variable it was. */
    static String oneLine(ParameterException e, Environment environment) {
        String message = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        String source = e.getArgSpec() instanceof OptionSpec option
                        && e.getValue() != null
                        && e.getValue().equals(environment.defaultValue(option))
                ? " in " + environment.name(option)
                : "";
        return message.replace("Invalid value for option '", "'") + source + " (--help lists the options)";
    }
}
