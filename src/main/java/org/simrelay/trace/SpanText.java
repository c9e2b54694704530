package org.simrelay.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.common.Value;
import java.util.List;
import org.simrelay.mask.Cards;
import org.simrelay.mask.Mask;

/** The texts of a span as they leave the service: without secrets, and of what looks like a card's number its last four characters. */
final class SpanText {

    private SpanText() {}

    static String masked(String text) {
        return Cards.hiddenIn(Mask.secrets(text), List.of());
    }

    /** The same attributes, masked; a number as long as a card's becomes a text. */
    static Attributes masked(Attributes attributes) {
        AttributesBuilder masked = Attributes.builder();
        attributes.forEach((key, value) -> put(masked, key, value));
        return masked.build();
    }

    @SuppressWarnings("unchecked") // a key's type is that of its value
    private static void put(AttributesBuilder masked, AttributeKey<?> key, Object value) {
        String name = masked(key.getKey());
        switch (key.getType()) {
            case STRING -> masked.put(name, masked((String) value));
            case STRING_ARRAY ->
                masked.put(
                        AttributeKey.stringArrayKey(name),
                        ((List<String>) value).stream().map(SpanText::masked).toList());
            case BOOLEAN -> masked.put(name, (Boolean) value);
            case BOOLEAN_ARRAY -> masked.put(AttributeKey.booleanArrayKey(name), (List<Boolean>) value);
            case LONG -> put(masked, name, (Long) value);
            case LONG_ARRAY, DOUBLE_ARRAY ->
                masked.put(
                        AttributeKey.stringArrayKey(name),
                        ((List<Object>) value)
                                .stream()
                                        .map(number -> Cards.hiddenInLine(String.valueOf(number)))
                                        .toList());
            case DOUBLE -> masked.put(name, (Double) value);
            case VALUE -> masked.put(name, masked(((Value<?>) value).asString()));
        }
    }

    // counts stay numbers
    private static void put(AttributesBuilder masked, String name, Long number) {
        String shown = Cards.hiddenInLine(String.valueOf(number));
        if (shown.equals(String.valueOf(number))) {
            masked.put(name, number);
        } else {
            masked.put(name, shown);
        }
    }
}
