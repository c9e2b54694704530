package org.simrelay.bench.program;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.simrelay.bench.Workload;

/** A reply as a tree, and a tree made for each card: how one reads and writes JSON with Jackson where nobody counts. */
enum PlainReading {
    /** CMIOT's arrearage. */
    CMIOT("/result/0/arrearageUserInfo/userInfos", "msisdn") {
        @Override
        void map(JsonNode item, ObjectNode value) {
            value.put("status", item.path("status").asText());
            value.put("statusDate", day(item.path("statusDate")));
            value.put("queryDate", day(item.path("currentDate")));
        }
    },
    /** The usage of iotbos. */
    IOTBOS("/data/date", "num") {
        @Override
        void map(JsonNode item, ObjectNode value) {
            value.put("result", "ok");
            value.set("smsUsed", item.path("Exceed").path("ReceivesSmsNum"));
            value.set("dataUsed", item.path("Exceed").path("UseFlow"));
            value.put("dataUnit", "unspecified");
        }
    };

    // 75047.50 stays so
    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final String items;
    private final String card;

    PlainReading(String items, String card) {
        this.items = items;
        this.card = card;
    }

    static PlainReading of(Workload workload) {
        return valueOf(workload.name());
    }

    /** What a card's record says of a vendor's item. */
    abstract void map(JsonNode item, ObjectNode value);

    /** Sends the cards of a reply on, and tells the total that the reply tells; 0 for none. */
    int read(byte[] reply, CardRecords records) throws IOException {
        JsonNode tree = JSON.readTree(reply);
        for (JsonNode item : tree.at(items)) {
            ObjectNode value = JsonNodeFactory.instance.objectNode();
            value.set("card", item.path(card));
            map(item, value);
            records.send(item.path(card).asText(), JSON.writeValueAsBytes(value));
        }
        return tree.at("/result/0/arrearageUserInfo/total").asInt();
    }

    private static String day(JsonNode digits) {
        return LocalDate.parse(digits.asText(), DAY).toString();
    }
}
