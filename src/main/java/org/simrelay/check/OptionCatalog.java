package org.simrelay.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.ConfigurationPropertiesValidationResult;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.apache.camel.tooling.model.BaseOptionModel;
import org.apache.camel.tooling.model.ComponentModel;
import org.apache.camel.util.StringHelper;
import org.apache.camel.util.URISupport;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Durations;
import org.simrelay.config.Nearest;
import org.simrelay.mask.Quoted;

/**
 * What Camel's catalog says of options. Camel 4.18 itself takes a number that it cannot read as 0, and one that is too large as
 * another (PropertyConfigurerSupport.property).
 */
final class OptionCatalog {

    // to read it takes a tenth of a second; it keeps what it has read
    private static final CamelCatalog CATALOG = new DefaultCamelCatalog(true);

    /** The names of all components, the schemes of addresses. */
    static List<String> components() {
        return CATALOG.findComponentNames();
    }

    /**
     * What is wrong with an option of Camel's main or of a component.
     *
     * @return words to go behind its name; null where nothing is, or where the catalog does not have the component
     */
    @Nullable String ofSetting(String key, String value) {
        ConfigurationPropertiesValidationResult result = CATALOG.validateConfigurationProperty(key + "=" + value);
        Findings findings = new Findings();
        findings.unknown(result.getUnknown(), settings(key));
        findings.booleans(result.getInvalidBoolean());
        findings.enums(result.getInvalidEnum(), result::getEnumChoices);
        findings.numbers(result.getInvalidInteger(), result.getInvalidNumber(), result.getInvalidDuration());
        return findings.words.values().stream().findFirst().orElse(null);
    }

    /**
     * What is wrong with the parameters of an endpoint.
     *
     * @param uri the endpoint without them
     * @return by their names, words to go behind them
     */
    Map<String, String> ofEndpoint(String uri, Map<String, Object> parameters) {
        String query = URISupport.createQueryString(parameters);
        EndpointValidationResult result =
                CATALOG.validateEndpointProperties(uri + (uri.indexOf('?') < 0 ? '?' : '&') + query);
        Findings findings = new Findings();
        findings.unknown(result.getUnknown(), endpoint(uri));
        findings.booleans(result.getInvalidBoolean());
        findings.enums(result.getInvalidEnum(), result::getEnumChoices);
        findings.numbers(result.getInvalidInteger(), result.getInvalidNumber(), result.getInvalidDuration());
        return findings.words;
    }

    private List<String> settings(String key) {
        String component = key.replaceFirst("^camel[.]component[.]([^.]+).*", "$1");
        ComponentModel model = component.equals(key) ? null : CATALOG.componentModel(component);
        return model == null
                ? CATALOG.mainModel().getOptions().stream()
                        .map(BaseOptionModel::getName)
                        .toList()
                : model.getComponentOptions().stream()
                        .map(option ->
                                "camel.component." + component + "." + StringHelper.camelCaseToDash(option.getName()))
                        .toList();
    }

    /** The names that an endpoint's options can have. */
    List<String> endpoint(String uri) {
        ComponentModel model = CATALOG.componentModel(uri.replaceFirst("[:?].*", ""));
        return model == null
                ? List.of()
                : model.getEndpointOptions().stream()
                        .map(BaseOptionModel::getName)
                        .toList();
    }

    /** The catalog's findings, by the option's name, in words for an operator; it gives null where it has none. */
    private static final class Findings {

        private final Map<String, String> words = new TreeMap<>();

        void unknown(@Nullable Set<String> options, List<String> known) {
            if (options != null) {
                options.forEach(
                        option -> words.put(option, "is no option that Camel knows" + Nearest.text(option, known)));
            }
        }

        void booleans(@Nullable Map<String, String> options) {
            each(options, (option, value) -> must(option, value, "true or false"));
        }

        void enums(@Nullable Map<String, String> options, Function<String, List<String>> choices) {
            each(options, (option, value) -> {
                List<String> known = choices.apply(option);
                // Camel takes them in any case
                if (known.stream().noneMatch(value::equalsIgnoreCase)) {
                    must(option, value, "one of " + String.join(", ", known));
                }
            });
        }

        @SafeVarargs
        final void numbers(@Nullable Map<String, String>... kinds) {
            for (Map<String, String> options : kinds) {
                each(options, (option, value) -> {
                    // Camel takes a duration for any number, which its catalog does not know
                    Long read = Durations.millis(value);
                    if (read == null || read != read.intValue()) {
                        must(option, value, "a whole number, or a duration such as 25s");
                    }
                });
            }
        }

        private void must(String option, String value, String wanted) {
            words.put(option, "is " + Quoted.of(value) + " but must be " + wanted);
        }

        private static void each(@Nullable Map<String, String> options, BiConsumer<String, String> look) {
            if (options != null) {
                options.forEach(look);
            }
        }
    }
}
