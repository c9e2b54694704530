package org.simrelay.steps;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.Processor;
import org.apache.camel.support.DefaultExchange;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.account.Session.Token;
import org.simrelay.mapping.Jslt;
import org.simrelay.mask.Mask;
import org.simrelay.reply.Outcome;
import org.simrelay.reply.RequestFailure;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each try of a request the account's token, and logs in by a route when there is none that will do. */
public final class Login implements Processor, UsesCredentials {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int MOST_SHOWN = 200;
    private static final Duration UNTOLD_LIFE = Duration.ofMinutes(1);

    private String vendor = "";
    private String route = "";
    private @Nullable Expression token;
    private @Nullable Expression life;

    /**
     * Leaves the token, encoded for a URL, in the exchange's property {@code accessToken}.
     *
     * @throws Exception what the login threw; {@link RequestFailure} denied when the vendor refuses the credentials
     */
    @Override
    public void process(Exchange exchange) throws Exception {
        Sweep sweep = OpenRequest.sweep(exchange);
        Request request = Objects.requireNonNull(OpenRequest.request(exchange));
        Account account = sweep.account();
        Token held = account.session().token(request.attempts().refusedToken(), () -> login(exchange, sweep));
        request.attempts().using(held.value());
        exchange.setProperty("accessToken", encoded(held.value()));
    }

    @Override
    public List<String> credentials() {
        return List.of("account", "password");
    }

    @Override
    public String getVendor() {
        return vendor;
    }

    /** The vendor whose accounts log in with this. */
    public void setVendor(String vendor) {
        this.vendor = vendor;
    }

    /** The endpoint of the route that logs in: its body is the reply, judged. */
    public void setRoute(String route) {
        this.route = route;
    }

    /** JSLT: the token in the login's reply. */
    public void setToken(String jslt) {
        token = Jslt.expression(jslt);
    }

    /** JSLT: the token's life in seconds. */
    public void setLife(String jslt) {
        life = Jslt.expression(jslt);
    }

    private Token login(Exchange caller, Sweep sweep) throws Exception {
        try {
            return ask(caller, sweep);
        } catch (RequestFailure first) {
            if (first.outcome() != Outcome.REAUTH) {
                throw first;
            }
        }
        try {
            return ask(caller, sweep);
        } catch (RequestFailure second) {
            if (second.outcome() != Outcome.REAUTH) {
                throw second;
            }
            throw new RequestFailure(
                    Outcome.DENIED,
                    second.code(),
                    "the login of " + sweep.account().source() + " was refused twice (" + second.reason()
                            + "); check its credentials");
        }
    }

    private Token ask(Exchange caller, Sweep sweep) throws Exception {
        sweep.counts().logins.incrementAndGet();
        Exchange exchange = new DefaultExchange(caller.getContext(), ExchangePattern.InOut);
        exchange.setProperty("sweep", sweep);
        Request request = Objects.requireNonNull(OpenRequest.request(caller));
        exchange.setProperty(AwaitPace.PERMIT, request.attempts().permit());
        Account account = sweep.account();
        exchange.setProperty("account", encoded(account.credentials().value("account")));
        exchange.setProperty("password", encoded(account.credentials().secret("password")));
        caller.getContext()
                .createFluentProducerTemplate()
                .withExchange(exchange)
                .to(route)
                .send();
        if (exchange.getException() != null) {
            throw masked(exchange, account);
        }
        JsonNode reply = exchange.getMessage().getBody(JsonNode.class);
        JsonNode value = token == null ? null : token.apply(reply);
        if (value == null || !value.isTextual() || value.textValue().isBlank()) {
            throw new RequestFailure(Outcome.UNKNOWN, null, "the login's reply holds no token");
        }
        account.credentials().mask(value.textValue());
        return new Token(value.textValue(), life(reply));
    }

    /** A refused login's reply may hold a token all the same, and its words may quote it. */
    private Exception masked(Exchange exchange, Account account) {
        if (token != null && exchange.getMessage().getBody() instanceof JsonNode refused) {
            try {
                JsonNode given = token.apply(refused);
                if (given.isTextual()) {
                    account.credentials().mask(given.textValue());
                }
            } catch (JsltException e) {
                LOG.debug("the reply of a refused login is not built as expected");
            }
        }
        Exception thrown = exchange.getException();
        if (thrown instanceof JacksonException) {
            // its message quotes what it could not read
            return new RequestFailure(Outcome.TRANSIENT, null, "the login's reply is no JSON");
        }
        return thrown instanceof RequestFailure failure ? failure.with(text -> Mask.shown(text, MOST_SHOWN)) : thrown;
    }

    // a token whose life is not told is kept for a minute: short enough to be safe, and a refused one is replaced
    // anyway
    private Duration life(JsonNode reply) {
        JsonNode seconds = null;
        try {
            seconds = life == null ? null : life.apply(reply);
        } catch (JsltException e) {
            LOG.warn("the life of a token cannot be read, it is used for {}: {}", UNTOLD_LIFE, e.getMessage());
        }
        return seconds != null && seconds.isNumber() && seconds.asLong() > 0
                ? Duration.ofSeconds(seconds.asLong())
                : UNTOLD_LIFE;
    }

    private static String encoded(String text) {
        // a space as %20, which every decoder of a query reads, and not as the + of forms
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
