package org.simrelay.sandbox.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** A plain client of the simulator, right in all it does unless a test makes it wrong. */
final class Client {
    static final String APPID = "A0B40O5";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai"));

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final AtomicInteger counter = new AtomicInteger();
    private final String base;

    Client(VendorSimulator simulator) {
        this.base = simulator.iotbosUrl();
    }

    HttpResponse<String> get(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path + "?" + encode(parameters)))
                .timeout(Duration.ofSeconds(20))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    JsonNode json(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        return JSON.readTree(get(path, parameters).body());
    }

    JsonNode postForm(String path, Map<String, String> parameters) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(parameters)))
                .build();
        return JSON.readTree(
                http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    }

    /** The parameters of a page, signed; with a fresh transid. */
    Map<String, String> page(Instant now, int size, int number) {
        return signed(APPID + TIME.format(now) + "%08d".formatted(counter.incrementAndGet()), size, number);
    }

    static Map<String, String> signed(String transid, int size, int number) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("appid", APPID);
        parameters.put("ebid", "0001000000328");
        parameters.put("transid", transid);
        parameters.put("token", Signature.of(APPID, "cmiot-secret", transid));
        parameters.put("pageSize", Integer.toString(size));
        parameters.put("pageNum", Integer.toString(number));
        return parameters;
    }

    String login() throws IOException, InterruptedException {
        return json(Paths.LOGIN, Map.of("account", "sandbox", "password", "iotbos-secret"))
                .at("/data/accessToken")
                .asText();
    }

    JsonNode query(String segment, String cards, String token) throws IOException, InterruptedException {
        return json(Paths.TERMINAL_INFO + segment, Map.of("cardIdNums", cards, "accessToken", token));
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
