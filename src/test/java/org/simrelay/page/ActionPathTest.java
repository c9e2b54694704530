package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.simrelay.status.LedgerRecords.failure;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Lease;
import org.simrelay.config.RouteFiles;
import org.simrelay.lifecycle.Pauses;
import org.simrelay.lifecycle.RunningSweeps;
import org.simrelay.status.LedgerView;
import org.simrelay.sweep.SweepId;
import org.simrelay.web.WebAnswer;
import org.simrelay.web.WebPath;
import org.simrelay.web.WebRequest;

/** What may be done to polls, and what each answer says. */
class ActionPathTest {

    private static final String POLL = "iotbos-usage";

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final List<Runnable> begun = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private @Nullable String obstacle;
    private @Nullable String taken;
    private @Nullable String breaking;
    private boolean read = true;
    private final RunningSweeps running = new RunningSweeps();
    private final Pauses pauses = new Pauses();
    private final LedgerView ledger = new LedgerView();
    private final KnownPolls polls = new KnownPolls(
            new RouteFiles(Path.of("routes"), TestSweeps.settings(Map.of())),
            poll -> !poll.equals("iotbos-tariff"),
            vendor -> List.of("main", "second"),
            clock);
    private final ByHand byHand = new ByHand(
            (poll, run) -> {
                done.add("run " + poll + " " + run.accounts(List.of("main", "second")) + " " + run.at());
                return null;
            },
            running,
            (poll, account) -> {
                done.add("replay " + poll + " " + account);
                if (account.equals(breaking)) {
                    throw new IllegalStateException("it broke");
                }
            },
            ledger,
            () -> read,
            (poll, account) -> account.equals(taken) ? "another process has " + account : obstacle,
            begun::add,
            clock);
    private final List<WebPath> paths = ActionPath.all(
            polls,
            new Dispatch(
                    new PollActions(pauses, byHand, clock),
                    new Ownership(Lease.ALWAYS, ledger, "one", clock),
                    (owner, action, poll, account) -> CompletableFuture.failedFuture(new AssertionError(account)),
                    () -> obstacle));

    private WebAnswer ask(Action action, String poll, @Nullable String account) {
        Map<String, String> parameters = new HashMap<>(Map.of("poll", poll));
        if (account != null) {
            parameters.put("account", account);
        }
        WebPath path = paths.stream()
                .filter(one -> one.path().endsWith("/" + action.word()))
                .findFirst()
                .orElseThrow();
        return path.answer(new WebRequest(parameters, true));
    }

    private void runAll() {
        List<Runnable> now = List.copyOf(begun);
        begun.clear();
        now.forEach(Runnable::run);
    }

    @Test
    void allOfThemAreBehindTheToken() {
        assertThat(paths).allMatch(WebPath::changes);
        assertThat(paths)
                .extracting(WebPath::path)
                .containsExactly(
                        "/api/polls/:poll/run",
                        "/api/polls/:poll/pause",
                        "/api/polls/:poll/resume",
                        "/api/polls/:poll/replay");
    }

    @Test
    void whatIsNotThereOrOffIsNamed() {
        WebAnswer unknown = ask(Action.RUN, "nosuch-poll", null);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.body()).contains("nosuch-poll").contains(POLL);
        assertThat(ask(Action.RUN, "sweeps", null).status()).isEqualTo(404);
        assertThat(ask(Action.RUN, POLL, "third").status()).isEqualTo(404);
        WebAnswer off = ask(Action.RUN, "onelink-dayusage", null);
        assertThat(off.status()).isEqualTo(409);
        assertThat(off.body()).contains("onelink.enabled is false");
        assertThat(ask(Action.PAUSE, "iotbos-tariff", null).status()).isEqualTo(404);
        assertThat(begun).isEmpty();
    }

    @Test
    void runBeginsASweepNowAndNoSecondBesideIt() {
        WebAnswer answer = ask(Action.RUN, POLL, "second");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).contains(POLL + ".second@" + TestSweeps.START);
        assertThat(ask(Action.RUN, POLL, "second").status()).isEqualTo(409);
        assertThat(ask(Action.RUN, POLL, null).status()).isEqualTo(409);
        // what was refused keeps no place
        assertThat(ask(Action.RUN, POLL, "main").status()).isEqualTo(202);
        runAll();
        assertThat(done)
                .containsExactly(
                        "run " + POLL + " [second] " + TestSweeps.START, "run " + POLL + " [main] " + TestSweeps.START);
        assertThat(ask(Action.RUN, POLL, null).status()).isEqualTo(202);
    }

    @Test
    void nothingBeginsWhileTheServiceStartsOrStops() {
        obstacle = "the service is starting";
        assertThat(ask(Action.RUN, POLL, null).status()).isEqualTo(409);
        assertThat(ask(Action.RUN, POLL, null).body()).contains("the service is starting");
        assertThat(begun).isEmpty();
    }

    @Test
    void noSweepIsPromisedThatAnotherProcessHas() {
        taken = "second";
        ledger.accept(failure(new SweepId(POLL, "second", clock.instant()), 1, "open", "1"));
        for (Action action : List.of(Action.RUN, Action.REPLAY)) {
            WebAnswer refused = ask(action, POLL, null);
            assertThat(refused.status()).as(action.word()).isEqualTo(409);
            assertThat(refused.body()).contains("another process has second");
        }
        assertThat(begun).isEmpty();
        assertThat(ask(Action.RUN, POLL, "main").status()).isEqualTo(202);
    }

    @Test
    void nothingIsSaidToStandOpenOrNotBeforeTheLedgerIsRead() {
        read = false;
        WebAnswer refused = ask(Action.REPLAY, POLL, null);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("is not known");
        assertThat(begun).isEmpty();
        read = true;
        assertThat(ask(Action.REPLAY, POLL, null).status()).isEqualTo(200);
    }

    @Test
    void pauseHoldsUntilResume() {
        assertThat(ask(Action.PAUSE, POLL, "second").status()).isEqualTo(200);
        assertThat(pauses.since(POLL)).isNull();
        assertThat(pauses.since(POLL + ".second")).isEqualTo(Instant.parse(TestSweeps.START));
        assertThat(ask(Action.PAUSE, POLL, "second").body()).contains("paused already");
        assertThat(ask(Action.RESUME, POLL, null).body()).contains("next tick");
        assertThat(pauses.since(POLL + ".second")).isNull();
        assertThat(ask(Action.RESUME, POLL, null).body()).contains("was not paused");
    }

    @Test
    void anAccountWhoseReplayBreaksKeepsNoOtherFromIts() {
        breaking = "main";
        ledger.accept(failure(new SweepId(POLL, "main", clock.instant()), 1, "open", "1"));
        ledger.accept(failure(new SweepId(POLL, "second", clock.instant()), 2, "open", "2"));
        assertThat(ask(Action.REPLAY, POLL, null).status()).isEqualTo(202);
        runAll();
        assertThat(done).containsExactly("replay " + POLL + " main", "replay " + POLL + " second");
    }

    @Test
    void replayAsksForWhatStandsOpenOneAtATime() {
        assertThat(ask(Action.REPLAY, POLL, null).body()).contains("nothing stands open");
        assertThat(begun).isEmpty();
        ledger.accept(failure(new SweepId(POLL, "second", clock.instant()), 1, "open", "1"));
        ledger.accept(failure(new SweepId("iotbos-state", clock.instant()), 1, "open", "1"));
        WebAnswer answer = ask(Action.REPLAY, POLL, null);
        assertThat(answer.status()).isEqualTo(202);
        assertThat(answer.body()).contains("1 records").contains("[\"second\"]");
        assertThat(ask(Action.REPLAY, "iotbos-state", null).status()).isEqualTo(409);
        assertThat(ask(Action.RUN, POLL, "second").status()).isEqualTo(409);
        runAll();
        assertThat(done).containsExactly("replay " + POLL + " second");
        assertThat(ask(Action.REPLAY, "iotbos-state", null).status()).isEqualTo(202);
    }
}
