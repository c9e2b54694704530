package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.simrelay.records.Json;

/** A field that is null in all records of a sweep, though it had values in earlier ones, is known at its end. */
class FilledFieldsTest {

    private static JsonNode value(String json) throws Exception {
        return Json.MAPPER.readTree(json);
    }

    private static FilledFields after(int records, String json, Set<String> due) throws Exception {
        FilledFields fields = new FilledFields();
        fields.expect(due);
        for (int i = 0; i < records; i++) {
            fields.look(value(json));
        }
        return fields;
    }

    @Test
    void oneThatIsNullForAllIsLost() throws Exception {
        FilledFields fields =
                after(FilledFields.FEWEST, "{\"card\":\"1\",\"used\":null,\"left\":0}", Set.of("card", "used", "left"));
        assertThat(fields.lost()).containsExactly("used");
        assertThat(fields.filled()).containsExactlyInAnyOrder("card", "left");
    }

    @Test
    void oneThatAnyRecordHasIsNot() throws Exception {
        FilledFields fields =
                after(FilledFields.LEARNS_FROM + 5, "{\"card\":\"1\",\"used\":null}", Set.of("card", "used"));
        fields.look(value("{\"card\":\"2\",\"used\":1}"));
        assertThat(fields.lost()).isEmpty();
    }

    @Test
    void oneThatNeverHadAValueIsNot() throws Exception {
        assertThat(after(50, "{\"card\":\"1\",\"used\":null}", Set.of("card")).lost())
                .isEmpty();
    }

    @Test
    void aFewRecordsProveNothing() throws Exception {
        assertThat(after(FilledFields.FEWEST - 1, "{\"card\":\"1\",\"used\":null}", Set.of("used"))
                        .lost())
                .isEmpty();
    }

    @Test
    void whenAllThatIsDueWasSeenNoFurtherRecordIsLookedAt() throws Exception {
        FilledFields fields = after(FilledFields.LEARNS_FROM, "{\"card\":\"1\"}", Set.of("card"));
        fields.look(value("{\"card\":\"1\",\"late\":1}"));
        assertThat(fields.filled()).containsExactly("card");
    }
}
