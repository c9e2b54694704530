package org.simrelay.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a scenario's vendor was asked, and answered.
 *
 * @param all every request, in the order they came
 * @param unexpected path and query of those that no stub was there for
 * @param replies the beginning of each reply
 */
public record Calls(List<Call> all, List<String> unexpected, List<String> replies) {

    public Calls {
        all = List.copyOf(all);
        unexpected = List.copyOf(unexpected);
        replies = List.copyOf(replies);
    }

    /** How often each path was called. */
    public Map<String, Integer> byPath() {
        Map<String, Integer> calls = new TreeMap<>();
        all.forEach(call -> calls.merge(call.path(), 1, Integer::sum));
        return calls;
    }

    /** How often a path, or a path with one parameter and its value, was called. */
    public int count(String pathAndParameter) {
        return (int) all.stream().filter(call -> call.is(pathAndParameter)).count();
    }

    /** The least time between two calls of a path. */
    public Duration apart(String path) {
        long[] times = all.stream()
                .filter(call -> call.path().equals(path))
                .mapToLong(Call::nanos)
                .sorted()
                .toArray();
        return Duration.ofNanos(IntStream.range(1, times.length)
                .mapToLong(i -> times[i] - times[i - 1])
                .min()
                .orElse(Long.MAX_VALUE));
    }

    /** The values of a query parameter over all calls. */
    public List<String> parameter(String name) {
        return all.stream().flatMap(call -> call.values(name).stream()).toList();
    }
}
