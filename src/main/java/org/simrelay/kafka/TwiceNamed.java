package org.simrelay.kafka;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.apache.camel.util.StringHelper;
import org.simrelay.config.Settings;

/**
 * Settings of Kafka's producer that have two names, ours and that of Camel's component: only ours is read by all of the service's
 * clients, and which of two values holds, nobody could see. Camel's is refused.
 */
public final class TwiceNamed {

    private static final String OURS = "kafka.";
    private static final String CAMELS = "camel.component.kafka.";

    private TwiceNamed() {}

    /** What is set by Camel's name: one message each, with its place and the name that is to be used. */
    public static List<String> problems(Settings settings) {
        List<String> wrong = new ArrayList<>();
        options().forEach((property, option) -> {
            String ours = OURS + property;
            String camels = CAMELS + StringHelper.camelCaseToDash(option);
            if (settings.given(camels).isPresent()) {
                wrong.add(
                        settings.given(ours).isPresent()
                                ? ours + " and " + camels + " are one setting; leave " + ours + ": "
                                        + settings.place(ours) + ", and remove the other: " + settings.place(camels)
                                : camels + " is set by Kafka's own name here, " + ours + "; rename it: "
                                        + settings.place(camels));
            }
        });
        return wrong;
    }

    /** Camel's options by Kafka's properties: those that change a producer's property when they are changed. */
    static Map<String, String> options() {
        Map<String, String> options = new TreeMap<>();
        Properties before = new KafkaConfiguration().createProducerProperties();
        for (Method setter : KafkaConfiguration.class.getMethods()) {
            if (setter.getName().startsWith("set") && setter.getParameterCount() == 1) {
                for (String property : changed(setter, before)) {
                    options.putIfAbsent(
                            property, StringHelper.decapitalize(setter.getName().substring(3)));
                }
            }
        }
        return options;
    }

    private static Set<String> changed(Method setter, Properties before) {
        Set<String> changed = new HashSet<>();
        for (Object value : values(setter.getParameterTypes()[0])) {
            try {
                KafkaConfiguration configuration = new KafkaConfiguration();
                setter.invoke(configuration, value);
                Properties after = configuration.createProducerProperties();
                after.forEach((name, set) -> {
                    if (!set.equals(before.get(name))) {
                        changed.add(String.valueOf(name));
                    }
                });
            } catch (ReflectiveOperationException | RuntimeException e) {
                // takes no such value: nothing that a line of text could set
            }
        }
        return changed;
    }

    /** One of them is another than the default. */
    private static List<Object> values(Class<?> type) {
        if (type == String.class) {
            return List.of("other");
        }
        if (type == boolean.class || type == Boolean.class) {
            return List.of(true, false);
        }
        if (type == int.class || type == Integer.class) {
            return List.of(7);
        }
        return type == long.class || type == Long.class ? List.of(7L) : List.of();
    }
}
