package org.simrelay.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.simrelay.schema.NodeCheck.Field;

class FieldOrderTest {

    private static final Field CARD = new Field(new NodeCheck(List.of(), null, true, null), true);
    private static final Field UNIT = new Field(new NodeCheck(List.of(), null, true, null), false);
    private static final Map<String, Field> FIELDS = Map.of("card", CARD, "unit", UNIT);

    private final FieldOrder order = new FieldOrder(FIELDS);

    @Test
    void aNameIsFoundWhereverItStands() {
        for (int round = 0; round < 2; round++) {
            assertThat(order.at(0, "card")).isSameAs(CARD);
            assertThat(order.at(1, "unit")).isSameAs(UNIT);
            assertThat(order.at(0, "unit")).isSameAs(UNIT);
            assertThat(order.at(1, "card")).isSameAs(CARD);
            assertThat(order.at(1, "other")).isNull();
            assertThat(order.at(100, "card")).isSameAs(CARD);
        }
    }

    @Test
    void anotherTextObjectOfTheSameNameIsFoundToo() {
        assertThat(order.at(0, "card")).isSameAs(CARD);
        assertThat(order.at(0, String.valueOf(new char[] {'c', 'a', 'r', 'd'}))).isSameAs(CARD);
    }
}
