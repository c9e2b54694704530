package org.simrelay.scenario;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The vendor of a scenario: WireMock on a free port of the loopback. */
final class Vendor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<String> TOKEN_PARAMETERS = List.of("token", "accessToken");

    // a reply goes out as its stub says, Content-Length and all
    private final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));

    Vendor(List<JsonNode> stubs) {
        server.start();
        List<JsonNode> counted = new ArrayList<>();
        for (JsonNode stub : stubs) {
            if (stub.has("times")) {
                counted.add(0, stub);
            } else {
                add(stub);
            }
        }
        // the newest goes first: of those that count calls, the one that stands first in the file
        counted.forEach(this::addCounted);
    }

    /** Does something once, while the first call waits for its answer. */
    void atFirstCall(Runnable work) {
        AtomicBoolean called = new AtomicBoolean();
        server.addMockServiceRequestListener((request, response) -> {
            if (called.compareAndSet(false, true)) {
                work.run();
            }
        });
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

    /** How often a path, or a path with one parameter and its value, was called. */
    int calls(String pathAndParameter) {
        URI due = URI.create(pathAndParameter);
        return (int) events().stream()
                .map(event -> URI.create(event.getRequest().getUrl()))
                .filter(call -> call.getPath().equals(due.getPath()))
                .filter(call -> due.getQuery() == null
                        || List.of(call.getQuery().split("&", -1)).contains(due.getQuery()))
                .count();
    }

    /** The fewest milliseconds between two calls of a path. */
    long apart(String path) {
        long[] times = events().stream()
                .filter(event ->
                        URI.create(event.getRequest().getUrl()).getPath().equals(path))
                .mapToLong(
                        event -> event.getRequest().getLoggedDate().toInstant().toEpochMilli())
                .sorted()
                .toArray();
        return IntStream.range(1, times.length)
                .mapToLong(i -> times[i] - times[i - 1])
                .min()
                .orElse(Long.MAX_VALUE);
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

    private void add(JsonNode stub) {
        server.addStubMapping(StubMapping.buildFrom(stub.toString()));
    }

    /** As a chain of WireMock's states, one a call, before all stubs that do not count. */
    private void addCounted(JsonNode stub) {
        String chain = "stub-" + server.getStubMappings().size();
        int times = stub.get("times").asInt();
        for (int call = 0; call < times; call++) {
            ObjectNode link = stub.deepCopy();
            link.remove("times");
            link.put("priority", 1)
                    .put("scenarioName", chain)
                    .put("requiredScenarioState", call == 0 ? "Started" : call + " answered")
                    .put("newScenarioState", (call + 1) + " answered");
            add(link);
        }
    }

    private List<ServeEvent> events() {
        return server.getAllServeEvents();
    }
}
