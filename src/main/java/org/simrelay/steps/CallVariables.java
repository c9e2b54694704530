package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** What the JSLT of a call may name, beside {@code $path} and {@code $sign}; what it does not is not made. */
final class CallVariables {

    /** A transaction id, which is used up when it is made. */
    static final String TRANSID = "transid";

    /** Their names. */
    static final List<String> ALL = List.of("credentials", "account", "now", "token", TRANSID);

    private CallVariables() {}

    /**
     * @param request null for a login, which has no token yet
     * @param names whether a variable is named
     * @throws InterruptedException when it is interrupted while it waits for a transaction id
     */
    static Map<String, JsonNode> of(
            Account account, @Nullable Request request, CredentialFields fields, Clock clock, Predicate<String> names)
            throws InterruptedException {
        Map<String, JsonNode> variables = new HashMap<>();
        for (String name : ALL) {
            if (names.test(name)) {
                variables.put(name, value(name, account, request, fields, clock));
            }
        }
        return variables;
    }

    private static JsonNode value(
            String name, Account account, @Nullable Request request, CredentialFields fields, Clock clock)
            throws InterruptedException {
        return switch (name) {
            case "credentials" -> fields.of(account);
            case "account" -> TextNode.valueOf(account.name());
            case "now" -> LongNode.valueOf(clock.millis());
            case "token" -> token(request);
            case TRANSID ->
                TextNode.valueOf(account.credentials().transactionIds().next());
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static JsonNode token(@Nullable Request request) {
        String token = request == null ? null : request.attempts().tokens().current();
        return token == null ? NullNode.instance : TextNode.valueOf(token);
    }

    /** A text made of credentials: masked wherever it may show, that of a request with its attempts. */
    static void hide(String secret, Sweep sweep, @Nullable Request request) {
        if (request == null) {
            sweep.account().credentials().mask(secret);
        } else {
            request.attempts().tokens().hide(secret);
        }
    }
}
