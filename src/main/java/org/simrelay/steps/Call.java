package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.schibsted.spt.data.jslt.JsltException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.simrelay.account.Account;
import org.simrelay.config.SettingsException;
import org.simrelay.records.Json;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Preview;
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
 *       1970; {@code $path}: the path, with its parameters in place, which the others lack; {@code $sign}: what {@link #setSign} gave.
 * </ul>
 */
public final class Call implements Processor, UsesCredentials {

    private final Clock clock;
    private String vendor = "";
    private String path = "";
    private CredentialFields fields = CredentialFields.NONE;
    private final CallParts parts = new CallParts();
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
        Map<String, JsonNode> variables = CallVariables.of(sweep.account(), request, fields, clock, parts::names);
        try {
            StringBuilder at = new StringBuilder();
            ObjectNode rest = CallText.path(request == null || poll == null ? path : poll.path(), asked, at);
            variables.put("path", TextNode.valueOf(at.toString()));
            Preview preview = sweep.preview();
            if (preview != null) {
                (request == null ? preview.loginCall() : preview.call())
                        .signed(parts.signed(fields.hidden(variables, sweep.account()), rest));
            }
            parts.sign(variables, rest, secret -> CallVariables.hide(secret, sweep, request));
            sweep.account().lease().guardsCalls();
            Departure.of(sweep, request, parts.write(variables, rest, at, exchange));
        } catch (JsltException | SettingsException e) {
            throw new RequestFailure(
                    Outcome.REJECTED, null, "the call to " + vendor + " cannot be made: " + e.getMessage());
        }
    }

    @Override
    public List<String> credentials() {
        return fields.names();
    }

    @Override
    public void check(Account account) {
        fields.check(account);
        if (parts.names(CallVariables.TRANSID)) {
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
        parts.signs(jslt);
    }

    /** JSLT: an object, the parameters in the address; unset: those that were asked, unless a body has them. */
    public void setQuery(String jslt) {
        parts.query = parts.compiled(jslt);
    }

    /** JSLT: an object, the HTTP headers by their names. */
    public void setHeaders(String jslt) {
        parts.headers = parts.compiled(jslt);
    }

    /** JSLT: the body, as JSON. */
    public void setJson(String jslt) {
        parts.json = parts.compiled(jslt);
    }

    /** JSLT: an object, the fields of a form in the body. */
    public void setForm(String jslt) {
        parts.form = parts.compiled(jslt);
    }

    /** The vendor's limits: {@code most.page} items on a page, {@code most.batch} cards in a request. */
    public Map<String, Integer> getMost() {
        return most;
    }

    public void setMost(Map<String, Integer> most) {
        this.most = most;
    }
}
