package org.simrelay.bench.program;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.component.kafka.KafkaConstants;
import org.jspecify.annotations.Nullable;
import org.simrelay.bench.Workload;

/** A vendor's item becomes a record's value and key, as a user's own processor would make it. */
enum CamelMapping implements Processor {
    /** CMIOT's arrearage. */
    CMIOT("${body[result][0][arrearageUserInfo][userInfos]}", "msisdn") {
        @Override
        void map(Map<?, ?> item, Map<String, @Nullable Object> value) {
            value.put("status", item.get("status"));
            value.put("statusDate", day(item.get("statusDate")));
            value.put("queryDate", day(item.get("currentDate")));
        }
    },
    /** The usage of iotbos. */
    IOTBOS("${body[data][date]}", "num") {
        @Override
        void map(Map<?, ?> item, Map<String, @Nullable Object> value) {
            Map<?, ?> used = item.get("Exceed") instanceof Map<?, ?> exceed ? exceed : Map.of();
            value.put("result", "ok");
            value.put("smsUsed", used.get("ReceivesSmsNum"));
            value.put("dataUsed", used.get("UseFlow"));
            value.put("dataUnit", "unspecified");
        }
    };

    private final String items;
    private final String card;

    CamelMapping(String items, String card) {
        this.items = items;
        this.card = card;
    }

    static CamelMapping of(Workload workload) {
        return valueOf(workload.name());
    }

    /** Where the items stand in a reply, in Camel's simple language. */
    String items() {
        return items;
    }

    abstract void map(Map<?, ?> item, Map<String, @Nullable Object> value);

    @Override
    public void process(Exchange exchange) {
        Map<?, ?> item = exchange.getMessage().getBody(Map.class);
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("card", item.get(card));
        map(item, value);
        exchange.getMessage().setHeader(KafkaConstants.KEY, item.get(card));
        exchange.getMessage().setBody(value);
    }

    private static String day(@Nullable Object digits) {
        String text = String.valueOf(digits);
        return text.substring(0, 4) + '-' + text.substring(4, 6) + '-' + text.substring(6);
    }
}
