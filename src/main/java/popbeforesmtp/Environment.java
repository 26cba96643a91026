package popbeforesmtp;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options that are said by the environment: {@code POPBEFORESMTP_BASE_PATH} is {@code --base-path}. */
record Environment(Map<String, String> variables) implements IDefaultValueProvider {

    private static final String PREFIX = "POPBEFORESMTP_";

    /** What many who run other people's programs say. */
    private static final String PORT = "PORT";

    /**
     * Help and version cannot be asked for here: a container image may have a variable of such a name. One that is empty says
     * nothing: so whoever adds to a unit takes back what stands there.
     */
    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        OptionSpec option = (OptionSpec) argument;
        @Nullable String value = option.usageHelp() || option.versionHelp() ? null : variables.get(name(option));
        return value == null || value.isEmpty() ? null : value;
    }

    /** Which variable says an option. */
    String name(OptionSpec option) {
        String name =
                PREFIX + option.longestName().substring(2).replace('-', '_').toUpperCase(Locale.ROOT);
        return option.longestName().equals("--port") && !variables.containsKey(name) ? PORT : name;
    }
}
