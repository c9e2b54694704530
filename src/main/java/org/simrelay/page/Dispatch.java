package org.simrelay.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;
import org.simrelay.records.Owner;
import org.simrelay.web.WebAnswer;

/** Has done what is asked for by those who have the accounts: here, or sent on to their machines, once. */
public final class Dispatch {

    private final PollActions here;
    private final Ownership owners;
    private final Peers peers;
    private final Supplier<@Nullable String> obstacle;

    /** @param obstacle why nothing may begin here now, as "starting"; null where it may */
    public Dispatch(PollActions here, Ownership owners, Peers peers, Supplier<@Nullable String> obstacle) {
        this.here = here;
        this.owners = owners;
        this.peers = peers;
        this.obstacle = obstacle;
    }

    /**
     * Has it done.
     *
     * @param accounts their names, one at least
     * @param fromPeer whether another machine sent it here
     */
    WebAnswer act(Action action, String poll, List<String> accounts, boolean fromPeer) {
        Function<String, String> source = account -> "/" + RouteFiles.vendor(poll) + "/" + account;
        List<String> own = accounts.stream()
                .filter(account -> owners.isHere(source.apply(account)))
                .toList();
        if (own.size() == accounts.size()) {
            return here.act(action, poll, own);
        }
        Map<String, CompletableFuture<WebAnswer>> parts = new LinkedHashMap<>();
        for (String account : accounts) {
            if (!own.contains(account)) {
                parts.put(account, elsewhere(action, poll, account, source.apply(account), fromPeer));
            }
        }
        Map<String, WebAnswer> answers = new LinkedHashMap<>();
        if (!own.isEmpty()) {
            answers.put(String.join(", ", own), here.act(action, poll, own));
        }
        parts.forEach((account, answer) -> answers.put(account, answer.join()));
        return answers.size() == 1 ? answers.values().iterator().next() : together(action, poll, accounts, answers);
    }

    private CompletableFuture<WebAnswer> elsewhere(
            Action action, String poll, String account, String source, boolean fromPeer) {
        Owner owner = owners.elsewhere(source);
        String why = obstacle.get();
        if (fromPeer) {
            return refused(source + " is not with this machine, " + owners.instance()
                    + ", any more; try again in some seconds");
        }
        if (owner == null) {
            return refused(
                    why != null
                            ? "the service is " + why
                            : "no machine has " + source + " now: it changes hands; try again in some seconds");
        }
        if (owners.isWithCommand(source)) {
            return refused(source + " is with a command at " + owner.address() + " (" + owner.instance()
                    + ") that was told to take it over; wait for its end");
        }
        return peers.send(owner, action, poll, account);
    }

    private static CompletableFuture<WebAnswer> refused(String why) {
        return CompletableFuture.completedFuture(ActionPath.text(409, why));
    }

    /** The worst status, and what each of them said. */
    private static WebAnswer together(
            Action action, String poll, List<String> accounts, Map<String, WebAnswer> answers) {
        int worst = answers.values().stream().mapToInt(WebAnswer::status).max().orElseThrow();
        if (worst < 300) {
            return PollActions.done(
                    worst,
                    action,
                    poll,
                    accounts,
                    answers.values().stream().map(Dispatch::done).distinct().collect(Collectors.joining("; ")));
        }
        List<String> lines = new ArrayList<>();
        answers.forEach((account, answer) -> lines.add(account + ": "
                + (answer.status() < 300 ? done(answer) : answer.body().strip())));
        return ActionPath.text(worst, String.join("\n", lines));
    }

    private static String done(WebAnswer answer) {
        try {
            JsonNode done = Json.MAPPER.readTree(answer.body()).path("done");
            return done.isTextual() ? done.textValue() : "done";
        } catch (IOException e) {
            return "done";
        }
    }
}
