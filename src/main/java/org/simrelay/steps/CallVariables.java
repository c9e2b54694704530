package org.simrelay.steps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Account;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.Sweep;

/** What the JSLT of a call may name. */
final class CallVariables {

    private CallVariables() {}

    /**
     * @param request null for a login, which has no token yet
     * @param withTransid whether it takes a transaction id, which is then used up
     * @throws InterruptedException when it is interrupted while it waits for one
     */
    static Map<String, JsonNode> of(
            Account account, @Nullable Request request, CredentialFields fields, Clock clock, boolean withTransid)
            throws InterruptedException {
        Map<String, JsonNode> variables = new HashMap<>();
        variables.put("credentials", fields.of(account));
        variables.put("account", TextNode.valueOf(account.name()));
        variables.put("now", LongNode.valueOf(clock.millis()));
        String token = request == null ? null : request.attempts().tokens().current();
        variables.put("token", token == null ? NullNode.instance : TextNode.valueOf(token));
        if (withTransid) {
            variables.put(
                    "transid",
                    TextNode.valueOf(account.credentials().transactionIds().next()));
        }
        return variables;
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
