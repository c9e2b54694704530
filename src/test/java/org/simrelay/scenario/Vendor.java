package org.simrelay.scenario;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The vendor of a scenario: WireMock on a free port of the loopback. */
final class Vendor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<String> TOKEN_PARAMETERS = List.of("token", "accessToken");

    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1"));

    Vendor(List<JsonNode> stubs) {
        server.start();
        stubs.forEach(stub -> server.addStubMapping(StubMapping.buildFrom(stub.toString())));
    }

    String url() {
        return "http://127.0.0.1:" + server.port();
    }

    /** Calls by path. */
    Map<String, Integer> calls() {
        Map<String, Integer> calls = new TreeMap<>();
        events().forEach(event ->
                calls.merge(URI.create(event.getRequest().getUrl()).getPath(), 1, Integer::sum));
        return calls;
    }

    /** Calls that no stub of the scenario expects. */
    List<String> unexpected() {
        return events().stream()
                .filter(event -> !event.getWasMatched())
                .map(event -> event.getRequest().getUrl())
                .toList();
    }

    /** The values of a query parameter over all calls. */
    List<String> parameter(String name) {
        List<String> values = new ArrayList<>();
        for (ServeEvent event : events()) {
            if (event.getRequest().queryParameter(name).isPresent()) {
                values.addAll(event.getRequest().queryParameter(name).values());
            }
        }
        return values;
    }

    /** Every token that went over the wire, either way. */
    Set<String> tokens() {
        Set<String> tokens = new TreeSet<>();
        TOKEN_PARAMETERS.forEach(name -> tokens.addAll(parameter(name)));
        for (ServeEvent event : events()) {
            TOKEN.matcher(event.getResponse().getBodyAsString()).results().forEach(found -> tokens.add(found.group(1)));
        }
        return tokens;
    }

    @Override
    public void close() {
        server.stop();
    }

    private List<ServeEvent> events() {
        return server.getAllServeEvents();
    }
}
