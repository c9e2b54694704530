package org.simrelay.service;

import org.apache.camel.CamelContext;
import org.apache.camel.component.kafka.KafkaComponent;
import org.apache.camel.component.kafka.KafkaConfiguration;
import org.simrelay.http.CallDeadlines;
import org.simrelay.http.TimeoutConverter;
import org.simrelay.http.VendorHttpComponent;
import org.simrelay.kafka.EventSerializer;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.records.NoHeaders;

/** Sets up Camel's components that speak with vendors and with Kafka. */
final class Components {

    private Components() {}

    /** One component for http and https: Camel has one for each, with options of its own. */
    static void http(CamelContext context, CallDeadlines deadlines) {
        TimeoutConverter.addTo(context.getTypeConverterRegistry());
        // where Camel looks for a component before it makes its own
        context.getRegistry().bind("http-component", new VendorHttpComponent(deadlines));
        context.addComponent("https", context.getComponent("http", VendorHttpComponent.class));
    }

    static void kafka(CamelContext context, KafkaSettings settings) {
        KafkaConfiguration kafka =
                context.getComponent("kafka", KafkaComponent.class).getConfiguration();
        // whichever route publishes: no header of a message becomes a record's, the serializer writes those
        kafka.setHeaderFilterStrategy(new NoHeaders());
        kafka.setValueSerializer(EventSerializer.class.getName());
        kafka.setRecordMetadata(false);
        kafka.getAdditionalProperties().putAll(settings.producer());
    }
}
