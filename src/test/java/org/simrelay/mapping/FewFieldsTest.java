package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ConcurrentModificationException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FewFieldsTest {

    @Test
    void itDoesWhatALinkedHashMapDoes() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            Map<String, JsonNode> few = new FewFields();
            Map<String, JsonNode> known = new LinkedHashMap<>();
            int names = 1 + random.nextInt(2 * FewFields.MOST);
            for (int step = 0; step < 60; step++) {
                // a string of its own, as the parser of another text gives it
                String name = "n" + random.nextInt(names);
                JsonNode value = IntNode.valueOf(step);
                switch (random.nextInt(4)) {
                    case 0 -> assertThat(few.remove(name)).isEqualTo(known.remove(name));
                    case 1 -> assertThat(few.get(name)).isEqualTo(known.get(name));
                    default -> assertThat(few.put(name, value)).isEqualTo(known.put(name, value));
                }
                assertThat(List.copyOf(few.entrySet())).as("seed %d", seed).isEqualTo(List.copyOf(known.entrySet()));
                assertThat(few).hasSize(known.size()).isEqualTo(known).hasSameHashCodeAs(known);
                assertThat(few.containsKey(name)).isEqualTo(known.containsKey(name));
            }
        }
    }

    @Test
    void aFieldIsSetAndRemovedWhileTheyAreLookedThrough() {
        Map<String, JsonNode> few = new FewFields();
        for (String name : List.of("a", "b", "c")) {
            few.put(name, TextNode.valueOf(name));
        }

        Iterator<Map.Entry<String, JsonNode>> each = few.entrySet().iterator();
        each.next();
        each.remove();
        Map.Entry<String, JsonNode> second = each.next();
        assertThat(second.setValue(IntNode.valueOf(2))).isEqualTo(TextNode.valueOf("b"));
        each.next();

        assertThat(each.hasNext()).isFalse();
        assertThatThrownBy(each::next).isInstanceOf(NoSuchElementException.class);
        assertThat(few).isEqualTo(Map.of("b", IntNode.valueOf(2), "c", TextNode.valueOf("c")));
    }

    @Test
    void whoLooksThroughThemIsToldWhereHeErrs() {
        Map<String, JsonNode> few = new FewFields();
        few.put("a", IntNode.valueOf(1));
        few.put("b", IntNode.valueOf(2));
        Iterator<Map.Entry<String, JsonNode>> each = few.entrySet().iterator();
        assertThatThrownBy(each::remove).isInstanceOf(IllegalStateException.class);
        each.next();
        each.remove();
        assertThatThrownBy(each::remove).isInstanceOf(IllegalStateException.class);
        assertThat(few).containsOnlyKeys("b");

        for (int i = 0; i < FewFields.MOST; i++) {
            few.put("n" + i, IntNode.valueOf(i));
        }
        assertThatThrownBy(each::next).isInstanceOf(ConcurrentModificationException.class);
        assertThat(few).hasSize(FewFields.MOST + 1);
    }

    @Test
    void twoNamesOfOneHashAreTwoFields() {
        Map<String, JsonNode> few = new FewFields();
        few.put("Aa", IntNode.valueOf(1));
        few.put("BB", IntNode.valueOf(2));

        assertThat(few.get("Aa")).isEqualTo(IntNode.valueOf(1));
        assertThat(few.get("BB")).isEqualTo(IntNode.valueOf(2));
        assertThat(few.get(null)).isNull();
    }

    @Test
    void anObjectOfThemEqualsOneOfJacksonsOwn() {
        ObjectNode ours =
                FewFieldsFactory.INSTANCE.objectNode().put("card", "1").put("n", 2);
        ObjectNode theirs = JsonNodeFactory.instance.objectNode().put("n", 2).put("card", "1");

        assertThat(ours).isEqualTo(theirs);
        assertThat(theirs).isEqualTo(ours);
        assertThat(ours.deepCopy()).isEqualTo(ours);
        assertThat(ours).hasToString("{\"card\":\"1\",\"n\":2}");
    }
}
