package org.simrelay.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.reply.Answer;
import org.simrelay.reply.Answer.Item;
import org.simrelay.sweep.AccountRequest;
import org.simrelay.sweep.CardSource;
import org.simrelay.sweep.Request;
import org.simrelay.sweep.SortedAnswer;
import org.simrelay.sweep.SourceStatus;

/** One request, for the one record that an account has. */
public final class AccountSource implements CardSource {

    private final String account;
    private boolean asked;

    /** @param account its name, which stands in the card's place */
    public AccountSource(String account) {
        this.account = account;
    }

    @Override
    public @Nullable Request next() {
        if (asked) {
            return null;
        }
        asked = true;
        return AccountRequest.of(account);
    }

    @Override
    public SortedAnswer sort(Request request, Answer answer) {
        List<Item> own = answer.items().stream()
                .filter(item -> account.equals(item.card()))
                .limit(1)
                .toList();
        int strays = answer.items().size() - own.size();
        List<String> missing = own.isEmpty() ? List.of(account) : List.of();
        return new SortedAnswer(own, missing, List.of(), List.of(), 0, strays);
    }

    @Override
    public SourceStatus status() {
        return SourceStatus.ofList(1L, asked ? 0L : 1L, null, 1, 1);
    }
}
