package org.simrelay.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.main.MainConfigurationPropertiesConfigurer;
import org.apache.camel.spi.PropertyConfigurerGetter;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.util.TimeUtils;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the numbers among Camel's own options before Camel reads them: Camel 4.18 takes one that it cannot read as 0,
 * and one that is too large as another (PropertyConfigurerSupport.property).
 */
public final class CamelNumbers {

    private static final String MAIN = "camel.main.";
    private static final String COMPONENT = "camel.component.";

    private static final Pattern ZERO = Pattern.compile("-?0+(ms|[smhd])?");

    private CamelNumbers() {}

    /**
     * What is no number and must be: one message an option, with its key, its variable and the file.
     *
     * @param options Camel's own options of the environment, by their keys; they go before the file's
     */
    public static List<String> wrong(Settings settings, Map<String, String> options) {
        Map<String, String> all = new TreeMap<>();
        for (String prefix : List.of(MAIN, COMPONENT)) {
            for (String key : settings.keys(prefix, Set.of())) {
                settings.find(key).ifPresent(value -> all.put(key, value));
            }
        }
        all.putAll(options);
        List<String> wrong = new ArrayList<>();
        CamelContext context = new DefaultCamelContext();
        try {
            all.forEach((key, value) -> {
                if (!value.contains("{{") && !readable(type(key, context), value)) {
                    wrong.add(settings.invalid(key, value, "a whole number, or a duration such as 25s")
                            .getMessage());
                }
            });
        } finally {
            context.stop();
        }
        return wrong;
    }

    /** Null for what Camel does not know, and says so itself. */
    private static @Nullable Class<?> type(String key, CamelContext context) {
        if (key.startsWith(MAIN)) {
            return type(new MainConfigurationPropertiesConfigurer(), key.substring(MAIN.length()));
        }
        String[] parts = key.substring(COMPONENT.length()).split("\\.", 2);
        Object configurer =
                PluginHelper.getConfigurerResolver(context).resolvePropertyConfigurer(parts[0] + "-component", context);
        return parts.length == 2 && configurer instanceof PropertyConfigurerGetter known ? type(known, parts[1]) : null;
    }

    private static @Nullable Class<?> type(PropertyConfigurerGetter known, String option) {
        return known.getOptionType(option.replace("-", "").toLowerCase(Locale.ROOT), true);
    }

    private static boolean readable(@Nullable Class<?> type, String value) {
        boolean whole = type == int.class || type == Integer.class;
        boolean number = whole || type == long.class || type == Long.class;
        if (!number || value.startsWith("#")) {
            return true;
        }
        try {
            long read = TimeUtils.toMilliSeconds(value);
            return read == 0 ? ZERO.matcher(value).matches() : !whole || read == (int) read;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
