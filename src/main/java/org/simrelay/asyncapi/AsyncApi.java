package org.simrelay.asyncapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.kafka.common.config.TopicConfig;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.Topics;

/** The AsyncAPI 3.0 document of an installation: made from its polls, schemas and settings alone, so that it cannot differ from them. */
public final class AsyncApi {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String DEFAULT_PORT = "9092";

    private final Installation home;
    private final List<TopicContract> topics;
    private final String version;

    /**
     * @param polls whose topics are described, besides the ledger's
     * @param version of the service
     * @throws SettingsException for a schema that cannot be read, with file and remedy
     */
    public AsyncApi(Installation home, List<String> polls, String version) {
        this.home = home;
        try {
            this.topics = TopicContract.of(home, polls);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(String.valueOf(e.getMessage()));
        }
        this.version = version;
    }

    /** The document. */
    public ObjectNode document() {
        ObjectNode all = JSON.objectNode().put("asyncapi", "3.0.0");
        all.putObject("info")
                .put("title", "simrelay")
                .put("version", version)
                .put(
                        "description",
                        "One Kafka record a SIM card and sweep, and a ledger that says when a sweep is complete. Records are"
                                + " CloudEvents in Kafka's binary mode; one ce_id is one fact, and may come more than once. Read"
                                + " sim.sweeps and sim.failures with isolation.level=read_committed.")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        all.put("defaultContentType", "application/json");
        server(all.putObject("servers").putObject("kafka"));
        ObjectNode channels = all.putObject("channels");
        ObjectNode operations = all.putObject("operations");
        ObjectNode components = all.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode schemas = components.putObject("schemas");
        for (TopicContract topic : topics) {
            channels.set(topic.name(), channel(topic));
            operations.set("publish-" + topic.name(), operation(topic));
            messages.set(topic.name(), Message.of(topic));
            schemas.set(topic.name(), Message.payload(topic));
        }
        return all;
    }

    private void server(ObjectNode server) {
        String first =
                home.settings().require("kafka.brokers").split(",", -1)[0].strip();
        server.put("host", first.contains(":") ? first : first + ":" + DEFAULT_PORT)
                .put(
                        "protocol",
                        home.settings()
                                        .find("kafka.security.protocol")
                                        .filter(name -> name.endsWith("SSL"))
                                        .isPresent()
                                ? "kafka-secure"
                                : "kafka")
                .put("description", "kafka.brokers: the first of them");
    }

    private static ObjectNode channel(TopicContract topic) {
        ObjectNode channel =
                JSON.objectNode().put("address", topic.topic()).put("title", topic.text("title", topic.topic()));
        Message.describe(topic, channel);
        topic.polls().forEach(channel.putArray("x-polls")::add);
        Message.ref(channel.putObject("messages").putObject(topic.name()), "components", "messages", topic.name());
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka").put("topic", topic.topic());
        Topics.partitions(topic.topic(), topic.wish()).ifPresent(number -> kafka.put("partitions", number));
        ObjectNode configs = JSON.objectNode();
        Topics.configs(topic.topic(), topic.wish()).forEach((name, value) -> {
            if (name.equals(TopicConfig.CLEANUP_POLICY_CONFIG)) {
                List.of(value.split(",", -1)).forEach(configs.withArray(name)::add);
            } else if (name.equals(TopicConfig.RETENTION_MS_CONFIG)) {
                configs.put(name, Long.parseLong(value));
            }
        });
        if (!configs.isEmpty()) {
            kafka.set("topicConfiguration", configs);
        }
        kafka.put("bindingVersion", Message.KAFKA_BINDING);
        return channel;
    }

    private static ObjectNode operation(TopicContract topic) {
        ObjectNode operation = JSON.objectNode().put("action", "send");
        Message.ref(operation.putObject("channel"), "channels", topic.name());
        Message.ref(operation.putArray("messages").addObject(), "channels", topic.name(), "messages", topic.name());
        return operation;
    }
}
