package org.simrelay.bench.vendor;

import java.nio.charset.StandardCharsets;

/** The queries of iotbos (2.1 to 2.5), by the end of their paths, and what they answer of a card. */
enum IotbosQuery {
    EXCEED("Exceed?") {
        @Override
        String data(int place) {
            // every second card's decimal has digits behind the point, the last of which is a zero that must be kept
            return "\"Exceed\":{\"ReceivesSmsNum\":" + place % 60 + ",\"UseFlow\":" + place * 37L % 100_000
                    + (place % 2 == 0 ? "" : ".50") + "}";
        }
    },
    SURPLUS("Surplus?") {
        @Override
        String data(int place) {
            return "\"Surplus\":{\"ResidualReceivesSms\":" + place % 60 + ",\"ResidualFlow\":" + place % 1000 + ".5}";
        }
    },
    EXPIRE_DATE("ExpireDate?") {
        @Override
        String data(int place) {
            return "\"TerminalState\":\"正常\",\"ExpireDate\":\"2027/01/" + (10 + place % 20) + " 00:00:00\"";
        }
    },
    STATE("ReturnState?") {
        @Override
        String data(int place) {
            return "\"TerminalState\":\"正常\"";
        }
    },
    SERVICE_PACKAGE("ReturnOperatorServicePackage?") {
        @Override
        String data(int place) {
            return "\"ServicePackage\":{\"ServiceName\":\"30M\",\"Cost\":5.0,\"DefaultSms\":0,\"ExceedSmsPrice\":0.1,"
                    + "\"DefaultFlow\":30,\"ExceedFlowPrice\":0.29}";
        }
    };

    @SuppressWarnings("ImmutableEnumChecker") // nobody writes to it
    private final byte[] path;

    IotbosQuery(String path) {
        this.path = path.getBytes(StandardCharsets.US_ASCII);
    }

    /** The query of a request. */
    static IotbosQuery of(RequestLine request) {
        for (IotbosQuery query : values()) {
            if (request.after(query.path) >= 0) {
                return query;
            }
        }
        throw new IllegalArgumentException("no such query: " + request);
    }

    /** The item of the card at a place. */
    String item(int place) {
        return "{\"num\":\"" + Cards.number(place) + "\",\"State\":1," + data(place) + "}";
    }

    abstract String data(int place);
}
