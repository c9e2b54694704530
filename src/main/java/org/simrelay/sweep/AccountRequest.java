package org.simrelay.sweep;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Asks once for what an account as a whole has. */
public final class AccountRequest extends Request {

    private final List<String> cards;

    private AccountRequest(List<String> cards, Attempts attempts) {
        super("account", attempts);
        this.cards = cards;
    }

    /** @param account whose one record is asked for; it stands in the card's place */
    public static AccountRequest of(String account) {
        return new AccountRequest(List.of(account), new Attempts());
    }

    @Override
    public Map<String, JsonNode> variables() {
        return Map.of();
    }

    @Override
    public List<String> cards() {
        return cards;
    }

    @Override
    Request same(Attempts attempts) {
        return new AccountRequest(cards, attempts);
    }

    @Override
    boolean isWhole() {
        return true;
    }
}
