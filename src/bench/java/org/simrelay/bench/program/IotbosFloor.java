package org.simrelay.bench.program;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** iotbos: a token, then the inventory in batches side by side. */
final class IotbosFloor implements FloorQuery {

    private static final JsonFactory JSON = new JsonFactory();

    private final FloorHttp http;
    private final ProgramSettings settings;
    private volatile @Nullable String token;

    IotbosFloor(FloorHttp http, ProgramSettings settings) {
        this.http = http;
        this.settings = settings;
    }

    @Override
    public Supplier<@Nullable String> begin(Answers answers) throws IOException {
        return paths(Integer.MAX_VALUE);
    }

    @Override
    public Supplier<@Nullable String> paths(int cards) throws IOException {
        String held = token;
        if (held == null) {
            held = login();
            token = held;
        }
        String end = "&accessToken=" + held;
        InventoryBatches batches =
                new InventoryBatches(settings.inventory(), settings.workload().cardsPerRequest(), cards);
        return () -> {
            String batch = batches.next();
            return batch == null ? null : "/Api/TerminalInfo/Exceed?cardIdNums=" + batch + end;
        };
    }

    private String login() throws IOException {
        byte[] reply = http.get(
                "/Api/token?account=" + ProgramSettings.ACCOUNT + "&password=" + ProgramSettings.IOTBOS_PASSWORD);
        try (JsonParser json = JSON.createParser(reply)) {
            for (JsonToken next = json.nextToken(); next != null; next = json.nextToken()) {
                if (next == JsonToken.FIELD_NAME && json.currentName().equals("accessToken")) {
                    return json.nextTextValue();
                }
            }
        }
        throw new IOException("the login brought no token");
    }

    @Override
    public int read(byte[] reply, CardRecords records) throws IOException {
        try (JsonParser json = JSON.createParser(reply)) {
            boolean ok = false;
            for (JsonToken next = json.nextToken(); next != null; next = json.nextToken()) {
                if (next == JsonToken.FIELD_NAME && json.currentName().equals("status")) {
                    ok = json.nextIntValue(0) == 1;
                } else if (next == JsonToken.START_ARRAY && "date".equals(json.currentName())) {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        item(json, records);
                    }
                }
            }
            if (!ok) {
                throw new IOException("the vendor refused");
            }
            return 0;
        }
    }

    private static void item(JsonParser json, CardRecords records) throws IOException {
        String card = "";
        int state = -1;
        String sms = null;
        String flow = null;
        for (JsonToken next = json.nextToken(); next != JsonToken.END_OBJECT; next = json.nextToken()) {
            String name = json.currentName();
            json.nextToken();
            switch (name) {
                case "num" -> card = json.getText();
                case "State" -> state = json.getIntValue();
                case "Exceed" -> {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        boolean isSms = json.currentName().equals("ReceivesSmsNum");
                        json.nextToken();
                        if (isSms) {
                            sms = json.getText();
                        } else {
                            flow = json.getText();
                        }
                    }
                }
                default -> json.skipChildren();
            }
        }
        JsonGenerator value = records.json();
        value.writeStartObject();
        value.writeStringField("card", card);
        value.writeStringField("result", result(state));
        number(value, "smsUsed", sms);
        number(value, "dataUsed", flow);
        value.writeStringField("dataUnit", "unspecified");
        value.writeEndObject();
        records.send(card);
    }

    private static String result(int state) throws IOException {
        return switch (state) {
            case 0 -> "unknown-card";
            case 1 -> "ok";
            case 2 -> "no-data";
            default -> throw new IOException("a state that is not known: " + state);
        };
    }

    /** The digits as they came. */
    private static void number(JsonGenerator value, String name, @Nullable String digits) throws IOException {
        value.writeFieldName(name);
        if (digits == null) {
            value.writeNull();
        } else {
            value.writeNumber(digits);
        }
    }
}
