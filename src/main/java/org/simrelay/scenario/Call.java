package org.simrelay.scenario;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.core5.http.NameValuePair;
import org.apache.hc.core5.net.PercentCodec;
import org.apache.hc.core5.net.WWWFormCodec;

/**
 * A request as it came to the stub vendor.
 *
 * @param target path and query as they travelled
 * @param query the parameters, decoded, in their order
 * @param headers by their names in small letters; of one that comes twice the last
 * @param body empty where there was none
 * @param nanos when it came, by a clock of its own
 */
public record Call(
        String method,
        String target,
        String path,
        List<NameValuePair> query,
        Map<String, String> headers,
        String body,
        long nanos) {

    static Call of(String method, String target, String body, long nanos) {
        int mark = target.indexOf('?');
        String path = PercentCodec.decode(mark < 0 ? target : target.substring(0, mark), StandardCharsets.UTF_8);
        List<NameValuePair> query =
                mark < 0 ? List.of() : WWWFormCodec.parse(target.substring(mark + 1), StandardCharsets.UTF_8);
        return new Call(method, target, path, query, Map.of(), body, nanos);
    }

    /** The same with headers. */
    Call with(Iterable<? extends NameValuePair> given) {
        Map<String, String> all = new TreeMap<>();
        given.forEach(header -> all.put(header.getName().toLowerCase(Locale.ROOT), header.getValue()));
        return new Call(method, target, path, query, all, body, nanos);
    }

    /** The values of a query parameter. */
    public List<String> values(String name) {
        return query.stream()
                .filter(pair -> pair.getName().equals(name))
                .map(NameValuePair::getValue)
                .toList();
    }

    /** Whether this is a call of a path, or of a path with one parameter and its value: {@code /list?page=2}. */
    public boolean is(String pathAndParameter) {
        Call due = of(method, pathAndParameter, "", 0);
        return path.equals(due.path)
                && due.query.stream().allMatch(pair -> values(pair.getName()).contains(pair.getValue()));
    }

    /** What the JSLT of a stub sees as its input. */
    ObjectNode json(int count) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("method", method)
                .put("url", target)
                .put("path", path)
                .put("body", body)
                .put("call", count);
        ObjectNode parameters = json.putObject("query");
        query.forEach(pair -> parameters.put(pair.getName(), pair.getValue()));
        ObjectNode given = json.putObject("headers");
        headers.forEach(given::put);
        return json;
    }
}
