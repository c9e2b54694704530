package org.simrelay.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.TestSweeps;
import org.simrelay.config.Settings;

class TopicWishesTest {

    private static final List<String> QUERIES = List.of("usage", "state");

    private static TopicWishes of(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(Settings.variable(key), value));
        return new TopicWishes(TestSweeps.settings(environment));
    }

    @Test
    void whatIsSetIsAskedOfItsTopicAlone() {
        TopicWishes wishes = of(Map.of(
                "topic.usage.partitions", "6",
                "topic.usage.retention", "30d",
                "topic.usage.cleanup", "compact, delete",
                "topic.sweeps.retention", "forever"));
        assertThat(wishes.problems(QUERIES)).isEmpty();
        assertThat(wishes.of("sim.usage")).isEqualTo(new TopicWish(6, "2592000000", "compact,delete"));
        assertThat(wishes.of("sim.sweeps")).isEqualTo(new TopicWish(null, "-1", null));
        assertThat(wishes.of("sim.state")).isEqualTo(TopicWish.NONE);
    }

    @Test
    void aTopicThatIsCompactedClosesItsSegmentsSoon() {
        assertThat(new TopicWish(null, null, "compact").configs())
                .containsEntry("cleanup.policy", "compact")
                .containsEntry("segment.ms", "3600000");
        assertThat(new TopicWish(null, "1", "delete").configs()).doesNotContainKey("segment.ms");
    }

    @ParameterizedTest
    @CsvSource({
        "topic.usage.partitions, 0, a whole number from 1",
        "topic.usage.partitions, many, a whole number from 1",
        "topic.usage.retention, 30 days, such as 30d",
        "topic.usage.retention, 5s, from a minute on",
        "topic.usage.cleanup, compress, 'delete, compact, or compact,delete'",
        "topic.sweeps.cleanup, compact, only the last record of each poll"
    })
    void aValueThatIsNoneIsRefusedWithItsKey(String key, String value, String why) {
        assertThat(of(Map.of(key, value)).problems(QUERIES))
                .singleElement()
                .asString()
                .startsWith(key + " is ")
                .contains(why, "mend ");
    }
}
