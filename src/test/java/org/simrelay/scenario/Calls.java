package org.simrelay.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** What a scenario's vendor was asked, and answered. */
final class Calls {

    private static final Pattern TOKEN = Pattern.compile("\"accessToken\"\\s*:\\s*\"([^\"]+)\"");
    private static final List<String> TOKEN_PARAMETERS = List.of("token", "accessToken");

    private final StubVendor vendor;

    Calls(StubVendor vendor) {
        this.vendor = vendor;
    }

    /** How often each path was called. */
    Map<String, Integer> byPath() {
        Map<String, Integer> calls = new TreeMap<>();
        vendor.calls().forEach(call -> calls.merge(call.path(), 1, Integer::sum));
        return calls;
    }

    /** How often a path, or a path with one parameter and its value, was called. */
    int count(String pathAndParameter) {
        return (int) vendor.calls().stream()
                .filter(call -> call.is(pathAndParameter))
                .count();
    }

    /** The least time between two calls of a path. */
    Duration apart(String path) {
        long[] times = vendor.calls().stream()
                .filter(call -> call.path().equals(path))
                .mapToLong(Call::nanos)
                .sorted()
                .toArray();
        return Duration.ofNanos(IntStream.range(1, times.length)
                .mapToLong(i -> times[i] - times[i - 1])
                .min()
                .orElse(Long.MAX_VALUE));
    }

    /** Calls that no stub of the scenario expects. */
    List<String> unexpected() {
        return vendor.unexpected();
    }

    /** The values of a query parameter over all calls. */
    List<String> parameter(String name) {
        return vendor.calls().stream()
                .flatMap(call -> call.values(name).stream())
                .toList();
    }

    /** Every token that went over the wire, either way. */
    Set<String> tokens() {
        Set<String> tokens = new TreeSet<>();
        TOKEN_PARAMETERS.forEach(name -> tokens.addAll(parameter(name)));
        for (String reply : vendor.replies()) {
            TOKEN.matcher(reply).results().forEach(found -> tokens.add(found.group(1)));
        }
        return tokens;
    }
}
