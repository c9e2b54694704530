package org.simrelay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.simrelay.reply.Items;
import org.simrelay.steps.JudgeReply;

/** The beans of the shipped route files, with the properties that stand there. */
public final class RouteBeans {

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private RouteBeans() {}

    /** Where a bean finds the items, for {@code Items} and {@code Pages} alike. */
    public static Items items(String file, String bean) {
        JsonNode properties = properties(file, bean);
        Items items = new Items();
        set(properties, "list", items::setList);
        set(properties, "total", items::setTotal);
        set(properties, "card", items::setCard);
        set(properties, "nothing", items::setNothing);
        return items;
    }

    /** A vendor's table of codes. */
    public static JudgeReply outcomes(String file, String bean) {
        JsonNode properties = properties(file, bean);
        JudgeReply outcomes = new JudgeReply();
        set(properties, "status", outcomes::setStatus);
        set(properties, "message", outcomes::setMessage);
        set(properties, "codes", outcomes::setCodes);
        set(properties, "refusedAgain", outcomes::setRefusedAgain);
        set(properties, "otherwise", outcomes::setOtherwise);
        return outcomes;
    }

    private static void set(JsonNode properties, String name, Consumer<String> setter) {
        if (properties.has(name)) {
            setter.accept(properties.get(name).asText());
        }
    }

    private static JsonNode properties(String file, String bean) {
        try {
            for (JsonNode entry : YAML.readTree(Path.of("routes", file).toFile())) {
                for (JsonNode candidate : entry.path("beans")) {
                    if (bean.equals(candidate.path("name").asText())) {
                        return candidate.path("properties");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalArgumentException(file + " has no bean " + bean);
    }
}
