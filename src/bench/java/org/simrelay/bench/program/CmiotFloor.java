package org.simrelay.bench.program;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** CMIOT: page 1 tells how many there are, the others follow side by side, each signed. */
final class CmiotFloor implements FloorQuery {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int PAGE_SIZE = 20;

    private final FloorSignature signature = new FloorSignature(ProgramSettings.APPID, ProgramSettings.CMIOT_PASSWORD);
    private final FloorHttp http;

    CmiotFloor(FloorHttp http) {
        this.http = http;
    }

    @Override
    public Supplier<@Nullable String> begin(Answers answers) throws IOException {
        return pages(2, answers.take(http.get(path(1))));
    }

    @Override
    public Supplier<@Nullable String> paths(int cards) {
        return pages(1, cards);
    }

    private Supplier<@Nullable String> pages(int first, int cards) {
        int pages = (cards + PAGE_SIZE - 1) / PAGE_SIZE;
        AtomicInteger next = new AtomicInteger(first);
        return () -> {
            int page = next.getAndIncrement();
            return page <= pages ? path(page) : null;
        };
    }

    private String path(int page) {
        return "/arrearageuserinfo?ebid=" + ProgramSettings.EBID + "&pageSize=20&pageNum=" + page + signature.next();
    }

    @Override
    public int read(byte[] reply, CardRecords records) throws IOException {
        try (JsonParser json = JSON.createParser(reply)) {
            boolean ok = false;
            int total = 0;
            int depth = 0;
            for (JsonToken token = json.nextToken(); token != null; token = json.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME
                        && depth == 1
                        && json.currentName().equals("status")) {
                    ok = "0".equals(json.nextTextValue());
                } else if (token == JsonToken.FIELD_NAME && json.currentName().equals("total")) {
                    total = Integer.parseInt(json.nextTextValue());
                } else if (token == JsonToken.START_ARRAY && "userInfos".equals(json.currentName())) {
                    items(json, records);
                }
            }
            if (!ok) {
                throw new IOException("the vendor refused");
            }
            return total;
        }
    }

    private static void items(JsonParser json, CardRecords records) throws IOException {
        while (json.nextToken() == JsonToken.START_OBJECT) {
            String card = "";
            String status = "";
            String statusDate = "";
            String queryDate = "";
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String name = json.currentName();
                String value = json.nextTextValue();
                switch (name) {
                    case "msisdn" -> card = value;
                    case "status" -> status = value;
                    case "statusDate" -> statusDate = day(value);
                    case "currentDate" -> queryDate = day(value);
                    default -> throw new IOException("a field that is not asked for: " + name);
                }
            }
            records.json().writeStartObject();
            records.json().writeStringField("card", card);
            records.json().writeStringField("status", status);
            records.json().writeStringField("statusDate", statusDate);
            records.json().writeStringField("queryDate", queryDate);
            records.json().writeEndObject();
            records.send(card);
        }
    }

    private static String day(String digits) throws IOException {
        if (digits.length() != 8) {
            throw new IOException("no date: " + digits);
        }
        return digits.substring(0, 4) + '-' + digits.substring(4, 6) + '-' + digits.substring(6);
    }
}
