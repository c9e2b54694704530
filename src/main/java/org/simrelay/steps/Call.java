package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Permit;
import org.simrelay.config.SettingsException;
import org.simrelay.http.RequestTarget;
import org.simrelay.mapping.Jslt;
import org.simrelay.records.Json;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Counts;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/**
 * The step right before {@code to: http}: makes the HTTP call of what a poll asks, signed or with a token, and lets it go out with
 * its attempt's permit. How a vendor wants its parameters is said by the bean's properties in the vendor's call file, in JSLT over
 * the parameters of the poll's {@code ask}:
 *
 * <ul>
 *   <li>{@code $credentials}: the fields of {@link #setCredentials}; {@code $token}: the session's, of {@link Login};
 *   <li>{@code $transid}: 22 digits that are never the same twice (CMIOT: time, instance, counter); {@code $now}: milliseconds since
 *       1970; {@code $sign}: what {@link #setSign} gave.
 * </ul>
 */
public final class Call implements Processor, UsesCredentials {

    private final Clock clock;
    private String vendor = "";
    private String path = "";
    private CredentialFields fields = CredentialFields.NONE;
    private @Nullable Expression sign;
    private @Nullable Expression query;
    private @Nullable Expression headers;
    private @Nullable Expression json;
    private @Nullable Expression form;
    private boolean usesTransid;
    private Map<String, Integer> most = new TreeMap<>();

    public Call() {
        this(Clock.systemUTC());
    }

    /** @param clock for {@code $now} */
    Call(Clock clock) {
        this.clock = clock;
    }

    /**
     * Makes the call; its parameters, credentials and signature stand in no property of the exchange.
     *
     * @throws RequestFailure rejected, when an expression cannot be evaluated; later, when the account's daily budget is spent
     */
    @Override
    public void process(Exchange exchange) throws InterruptedException, RequestFailure {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Request request = ExchangeContract.request(exchange);
        Query poll = exchange.getProperty(ExchangeContract.QUERY, Query.class);
        // a login is of no request
        ObjectNode asked = request == null || poll == null ? Json.MAPPER.createObjectNode() : poll.ask(sweep, request);
        Map<String, JsonNode> variables = variables(sweep.account(), request);
        try {
            if (sign != null) {
                JsonNode signature = sign.apply(variables, asked);
                hide(signature, sweep, request);
                variables.put("sign", signature);
            }
            StringBuilder target = new StringBuilder();
            ObjectNode rest = CallText.path(request == null || poll == null ? path : poll.path(), asked, target);
            Message message = exchange.getMessage();
            byte[] body = body(variables, rest, message);
            boolean inQuery = query != null || (json == null && form == null);
            if (inQuery) {
                JsonNode given = query == null ? rest : query.apply(variables, rest);
                CallText.parameters(object("query", given), target.indexOf("?") < 0 ? '?' : '&', target);
            }
            message.setHeader(RequestTarget.HEADER, target.toString());
            headers(variables, rest, exchange);
            if (request != null) {
                String shown = body == null ? "" : " " + new String(body, StandardCharsets.UTF_8);
                request.attempts().sent(target + shown);
            }
            goesOut(sweep, request);
        } catch (JsltException | SettingsException e) {
            throw new RequestFailure(
                    Outcome.REJECTED, null, "the call to " + vendor + " cannot be made: " + e.getMessage());
        }
    }

    private Map<String, JsonNode> variables(Account account, @Nullable Request request) throws InterruptedException {
        Map<String, JsonNode> variables = new HashMap<>();
        variables.put("credentials", fields.of(account));
        variables.put("account", TextNode.valueOf(account.name()));
        variables.put("now", LongNode.valueOf(clock.millis()));
        String token = request == null ? null : request.attempts().token();
        variables.put(
                "token",
                token == null ? com.fasterxml.jackson.databind.node.NullNode.instance : TextNode.valueOf(token));
        if (usesTransid) {
            variables.put(
                    "transid",
                    TextNode.valueOf(account.credentials().transactionIds().next()));
        }
        return variables;
    }

    /** Whatever a signature is made of, each of its texts is masked like a token. */
    private static void hide(JsonNode signature, Sweep sweep, @Nullable Request request) {
        if (signature.isValueNode()) {
            if (!signature.isNull()) {
                if (request == null) {
                    sweep.account().credentials().mask(signature.asText());
                } else {
                    request.attempts().hide(signature.asText());
                }
            }
            return;
        }
        signature.forEach(part -> hide(part, sweep, request));
    }

    private byte @Nullable [] body(Map<String, JsonNode> variables, ObjectNode asked, Message message) {
        byte[] body = null;
        if (json != null) {
            body = Json.bytes(json.apply(variables, asked));
            message.setHeader(Exchange.CONTENT_TYPE, "application/json");
        } else if (form != null) {
            StringBuilder text = new StringBuilder();
            CallText.parameters(object("form", form.apply(variables, asked)), '\0', text);
            body = text.toString().getBytes(StandardCharsets.UTF_8);
            message.setHeader(Exchange.CONTENT_TYPE, "application/x-www-form-urlencoded");
        }
        message.setBody(body);
        return body;
    }

    private void headers(Map<String, JsonNode> variables, ObjectNode asked, Exchange exchange) {
        if (headers == null) {
            return;
        }
        ObjectNode given = object("headers", headers.apply(variables, asked));
        given.properties().forEach(header -> exchange.getMessage()
                .setHeader(header.getKey(), CallText.header(header.getKey(), header.getValue())));
        exchange.setProperty(
                ExchangeContract.HEADERS,
                java.util.Set.copyOf(com.google.common.collect.Lists.newArrayList(given.fieldNames())));
    }

    private static ObjectNode object(String name, JsonNode given) {
        if (given instanceof ObjectNode object) {
            return object;
        }
        throw new SettingsException("\"" + name + "\" gives no object");
    }

    private static void goesOut(Sweep sweep, @Nullable Request request) throws InterruptedException, RequestFailure {
        Permit permit = request == null ? null : request.attempts().permit();
        if (permit != null) {
            permit.goesOut(sweep.account());
        }
        if (request != null) {
            Counts counts = sweep.counts();
            counts.requests.incrementAndGet();
            request.attempts().forget();
            if (request.attempts().count() > 0) {
                counts.retries.incrementAndGet();
            }
        }
    }

    @Override
    public List<String> credentials() {
        return fields.names();
    }

    @Override
    public void check(Account account) {
        fields.check(account);
        if (usesTransid) {
            account.credentials().transactionIds();
        }
    }

    @Override
    public String getVendor() {
        return vendor;
    }

    /** The vendor whose accounts' credentials it uses. */
    public void setVendor(String vendor) {
        this.vendor = vendor;
    }

    /** The path of a login; a poll's own is its query's. */
    public void setPath(String path) {
        this.path = path;
    }

    /** The credentials it uses, one a line: see {@link CredentialFields}. */
    public void setCredentials(String lines) {
        fields = CredentialFields.parse(lines);
    }

    /** JSLT: what proves who asks, a text or an object of texts, as {@code $sign} of the others; masked wherever it may show. */
    public void setSign(String jslt) {
        sign = expression(jslt);
    }

    /** JSLT: an object, the parameters in the address; unset: those that were asked, unless a body has them. */
    public void setQuery(String jslt) {
        query = expression(jslt);
    }

    /** JSLT: an object, the HTTP headers by their names. */
    public void setHeaders(String jslt) {
        headers = expression(jslt);
    }

    /** JSLT: the body, as JSON. */
    public void setJson(String jslt) {
        json = expression(jslt);
    }

    /** JSLT: an object, the fields of a form in the body. */
    public void setForm(String jslt) {
        form = expression(jslt);
    }

    /** The vendor's limits: {@code most.page} items on a page, {@code most.batch} cards in a request. */
    public Map<String, Integer> getMost() {
        return most;
    }

    public void setMost(Map<String, Integer> most) {
        this.most = most;
    }

    private Expression expression(String jslt) {
        usesTransid |= jslt.contains("$transid");
        return Jslt.expression(jslt);
    }
}
