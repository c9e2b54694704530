package org.simrelay.sandbox.vendor;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** The queries of cmiot about cards of an inventory, and one about the group; each with the item that it answers. */
enum CmiotQuery {
    CONNECTION("gprsrealsingle", "0001000000008", "msisdn", 1) {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"GPRSSTATUS\":" + value + ",\"IP\":\"10.0." + facts.number("net", 256) + "."
                    + facts.number("host", 256) + "\",\"APN\":\"CMIOT\",\"RAT\":\"6\"}";
        }

        @Override
        String value(CardFacts facts) {
            return "\"0" + facts.number("online", 2) + '"';
        }
    },
    CARDSTATUS("userstatusrealsingle", "0001000000009", "msisdn", 1) {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"STATUS\":" + value + "}";
        }

        @Override
        String value(CardFacts facts) {
            return "\"0" + facts.number("status", 8) + '"';
        }
    },
    DAYUSAGE("batchgprsusedbydate", "0001000000027", "msisdns", 100, "query_date") {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"MSISDN\":\"" + card + "\",\"ICCID\":\"898602" + card + "\",\"IMSI\":\"4600" + card
                    + "\",\"GPRS\":" + value + "}";
        }
    },
    CREDIT("balancerealsingle", "0001000000035", "msisdn", 1) {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"balance\":" + value + "}";
        }
    },
    GROUP("groupuserinfo", "0001000000039", "", 0, "query_date") {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"total\":" + value + "}";
        }

        @Override
        String value(CardFacts facts) {
            return "\"1200\"";
        }
    },
    PACKAGES("gprsrealtimeinfo", "0001000000083", "msisdn", 1) {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"gprs\":[{\"prodid\":\"I00010100084\",\"prodname\":\"30M\",\"total\":\"30\",\"used\":" + value
                    + ",\"left\":\"" + facts.number("left", 30_720) + "\"}]}";
        }
    },
    LIFECYCLE("batchquerycardlifecycle", "0001000000929", "msisdns", 100) {
        @Override
        String item(String card, CardFacts facts, String value) {
            return "{\"msisdn\":\"" + card + "\",\"iccid\":\"898602" + card + "\",\"imsi\":\"4600" + card
                    + "\",\"lifecycle\":" + value + "}";
        }

        @Override
        String value(CardFacts facts) {
            return "\"0" + facts.number("life", 4) + '"';
        }
    },
    MONTHUSAGE("batchcurrentmonthgprsused", "0001000024901", "msisdns", 30) {
        @Override
        String item(String card, CardFacts facts, String value) {
            if (facts.isUnknown()) {
                return "{\"msisdn\":\"" + card + "\",\"status\":\"12\",\"message\":\"不是所查询集团下的用户\"}";
            }
            return "{\"msisdn\":\"" + card + "\",\"gprsTotal\":\"51200\",\"gprsUsed\":" + value
                    + ",\"gprsLeft\":\"" + facts.number("left", 51_200)
                    + "\",\"status\":\"0\",\"message\":\"正确\"}";
        }
    };

    private final String segment;
    private final String ebid;
    private final String cards;
    private final int most;
    private final ImmutableList<String> others;

    CmiotQuery(String segment, String ebid, String cards, int most, String... others) {
        this.segment = segment;
        this.ebid = ebid;
        this.cards = cards;
        this.most = most;
        this.others = ImmutableList.copyOf(others);
    }

    /** The last word of its path. */
    String segment() {
        return segment;
    }

    String ebid() {
        return ebid;
    }

    /** The parameter that names the cards, joined by "_"; empty where none does. */
    String cards() {
        return cards;
    }

    /** How many cards a request may name. */
    int most() {
        return most;
    }

    /** What else must be asked. */
    List<String> others() {
        return others;
    }

    /** The item of a card, as JSON, with the value that its faults are done to. */
    abstract String item(String card, CardFacts facts, String value);

    /** That value, as JSON: a number as text, unless the query says otherwise. */
    String value(CardFacts facts) {
        return '"' + facts.flow(segment).toPlainString() + '"';
    }
}
