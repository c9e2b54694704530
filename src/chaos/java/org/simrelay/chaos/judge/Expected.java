package org.simrelay.chaos.judge;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the contract's table of topics makes of a vendor's item: a field's name to its value as text, null for null. */
final class Expected {
    private static final Map<String, String> PATHS = Map.of(
            "cmiot-arrearage", "arrearageuserinfo",
            "iotbos-usage", "Exceed",
            "iotbos-balance", "Surplus",
            "iotbos-expiry", "ExpireDate",
            "iotbos-state", "ReturnState",
            "iotbos-tariff", "ReturnOperatorServicePackage");
    private static final Map<String, String> STATES =
            Map.of("已激活", "active", "已禁用", "disabled", "测试期", "testing", "静默期", "silent");

    private Expected() {}

    /** The last word of a poll's path at its vendor. */
    static String path(String poll) {
        return PATHS.getOrDefault(poll, "");
    }

    static Map<String, @Nullable String> of(String poll, String card, JsonNode item) {
        Map<String, @Nullable String> all = new LinkedHashMap<>();
        all.put("card", card);
        if (!poll.startsWith("cmiot")) {
            all.put(
                    "result",
                    switch (item.path("State").asInt(-1)) {
                        case 0 -> "unknown-card";
                        case 1 -> "ok";
                        default -> "no-data";
                    });
        }
        switch (poll) {
            case "cmiot-arrearage" -> {
                all.put("status", text(item.path("status")));
                all.put("statusDate", day(item.path("statusDate")));
            }
            case "iotbos-usage" -> {
                all.put("smsUsed", number(item.path("Exceed").path("ReceivesSmsNum")));
                all.put("dataUsed", number(item.path("Exceed").path("UseFlow")));
            }
            case "iotbos-balance" -> {
                all.put("smsLeft", number(item.path("Surplus").path("ResidualReceivesSms")));
                all.put("dataLeft", number(item.path("Surplus").path("ResidualFlow")));
            }
            case "iotbos-expiry" -> {
                state(all, item);
                String at = text(item.path("ExpireDate"));
                all.put("expiresAt", at == null ? null : at.replace('/', '-').replace(' ', 'T') + "+08:00");
            }
            case "iotbos-state" -> state(all, item);
            default -> {
                JsonNode plan = item.path("ServicePackage");
                all.put("plan", text(plan.path("ServiceName")));
                all.put("monthlyFee", number(plan.path("Cost")));
                all.put("smsIncluded", number(plan.path("DefaultSms")));
                all.put("smsOveragePrice", number(plan.path("ExceedSmsPrice")));
                all.put("dataIncluded", number(plan.path("DefaultFlow")));
                all.put("dataOveragePrice", number(plan.path("ExceedFlowPrice")));
            }
        }
        return all;
    }

    private static void state(Map<String, @Nullable String> all, JsonNode item) {
        String text = text(item.path("TerminalState"));
        all.put("state", text == null ? null : STATES.getOrDefault(text, "other"));
        all.put("stateText", text);
    }

    /** A value as text, numbers with all their digits; null for null and for what is not there. */
    static @Nullable String text(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return null;
        }
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static @Nullable String number(JsonNode value) {
        String text = text(value);
        return text == null ? null : new BigDecimal(text).toPlainString();
    }

    private static @Nullable String day(JsonNode value) {
        String day = text(value);
        return day == null ? null : day.substring(0, 4) + "-" + day.substring(4, 6) + "-" + day.substring(6);
    }
}
