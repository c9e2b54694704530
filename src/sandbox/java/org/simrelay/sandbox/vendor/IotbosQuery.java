package org.simrelay.sandbox.vendor;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

/** The five queries about cards, iotbos.txt 2.1 to 2.5, each with the item it answers for a card. */
enum IotbosQuery {
    EXCEED("Exceed") {
        @Override
        void data(JsonGenerator json, CardFacts card) throws IOException {
            json.writeObjectFieldStart("Exceed");
            number(json, card, "ReceivesSmsNum", BigDecimal.valueOf(card.number("sms", 60)));
            number(json, card, "UseFlow", card.flow("flow"));
            json.writeEndObject();
        }
    },
    SURPLUS("Surplus") {
        @Override
        void data(JsonGenerator json, CardFacts card) throws IOException {
            json.writeObjectFieldStart("Surplus");
            number(json, card, "ResidualReceivesSms", BigDecimal.valueOf(card.number("sms-left", 60)));
            BigDecimal flow = card.flow("flow-left");
            number(json, card, "ResidualFlow", card.isNegative() ? flow.negate() : flow);
            json.writeEndObject();
        }
    },
    EXPIRE_DATE("ExpireDate") {
        @Override
        void data(JsonGenerator json, CardFacts card) throws IOException {
            json.writeStringField("TerminalState", card.state());
            // "卡号状态:已激活时返回"
            json.writeStringField("ExpireDate", card.isActive() ? card.expireDate() : null);
        }

        /** The document's own example of State 2 has a state. */
        @Override
        void noData(JsonGenerator json, CardFacts card) throws IOException {
            json.writeStringField("TerminalState", "已禁用");
            json.writeNullField("ExpireDate");
        }
    },
    RETURN_STATE("ReturnState") {
        @Override
        void data(JsonGenerator json, CardFacts card) throws IOException {
            json.writeStringField("TerminalState", card.state());
        }

        @Override
        void noData(JsonGenerator json, CardFacts card) throws IOException {
            json.writeNullField("TerminalState");
        }
    },
    TARIFF("ReturnOperatorServicePackage") {
        @Override
        void data(JsonGenerator json, CardFacts card) throws IOException {
            int sms = 10 * (1 + (int) card.number("plan", 5));
            json.writeObjectFieldStart("ServicePackage");
            json.writeStringField("ServiceName", "移动 " + sms + " 条");
            number(json, card, "Cost", BigDecimal.valueOf(10L * sms, 2));
            number(json, card, "DefaultSms", BigDecimal.valueOf(sms));
            number(json, card, "ExceedSmsPrice", BigDecimal.valueOf(10, 2));
            number(json, card, "DefaultFlow", BigDecimal.valueOf(card.number("plan-flow", 3) * 1024));
            number(json, card, "ExceedFlowPrice", BigDecimal.valueOf(card.number("plan-price", 2) * 29, 2));
            json.writeEndObject();
        }
    };

    private final String segment;

    IotbosQuery(String segment) {
        this.segment = segment;
    }

    /** The last word of its path. */
    String segment() {
        return segment;
    }

    /** Writes what a card with State 1 has. */
    abstract void data(JsonGenerator json, CardFacts card) throws IOException;

    /** Writes what a card with State 2 has: a null or nothing, since the document shows both. */
    void noData(JsonGenerator json, CardFacts card) throws IOException {
        if (card.number("shape", 2) == 0) {
            json.writeNullField(this == TARIFF ? "ServicePackage" : segment);
        }
    }

    private static void number(JsonGenerator json, CardFacts card, String name, BigDecimal value) throws IOException {
        if (card.hasNumericStrings()) {
            json.writeStringField(name, value.toPlainString());
        } else {
            json.writeNumberField(name, value);
        }
    }
}
