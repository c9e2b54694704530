package org.simrelay.steps;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
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
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives each try of a request the account's token, and logs in by a route when there is none that will do. */
public final class Login implements Processor {

    private static final Logger LOG = LoggerFactory.getLogger(Login.class);
    private static final int MOST_SHOWN = 200;

    private String route = "";
    private @Nullable Expression token;
    private TokenLife life = TokenLife.UNTOLD;

    /**
     * Gives the attempt the account's token, {@code $token} of its {@link Call}.
     *
     * @throws Exception what the login threw; {@link RequestFailure} denied when the vendor refuses the credentials
     */
    @Override
    public void process(Exchange exchange) throws Exception {
        Sweep sweep = ExchangeContract.sweep(exchange);
        Request request = Objects.requireNonNull(ExchangeContract.request(exchange));
        Account account = sweep.account();
        Preview preview = sweep.preview();
        if (preview != null && preview.isSaved()) {
            // no vendor is asked, for a token neither
            request.attempts().tokens().use("no-token-for-a-saved-reply");
            return;
        }
        Token held = account.session().token(request.attempts().tokens().refused(), () -> login(exchange, sweep));
        request.attempts().tokens().use(held.value());
    }

    /** The endpoint of the route that logs in: its body is the reply, judged. */
    public void setRoute(String route) {
        this.route = route;
    }

    /** JSLT: the token in the login's reply. */
    public void setToken(String jslt) {
        token = Jslt.expression(jslt);
    }

    /** JSLT: the token's life in seconds; {@code $now} is now, in milliseconds since 1970, for one that tells its end. */
    public void setLife(String jslt) {
        life = new TokenLife(Jslt.expression(jslt));
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
        Exchange exchange = new DefaultExchange(caller.getContext(), ExchangePattern.InOut);
        exchange.setProperty(ExchangeContract.SWEEP, sweep);
        Request request = Objects.requireNonNull(ExchangeContract.request(caller));
        exchange.setProperty(ExchangeContract.PERMIT, request.attempts().permit());
        Account account = sweep.account();
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
        return new Token(value.textValue(), life.of(reply));
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
}
