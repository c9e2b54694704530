package org.simrelay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.simrelay.MovingClock;
import org.simrelay.TestSweeps;
import org.simrelay.account.Lease;
import org.simrelay.lifecycle.Pauses;
import org.simrelay.lifecycle.RunningSweeps;
import org.simrelay.records.Owner;
import org.simrelay.status.LedgerRecords;
import org.simrelay.status.LedgerView;
import org.simrelay.web.WebAnswer;

/** What is asked of one machine is done by those that have the accounts. */
class DispatchTest {

    private static final String POLL = "iotbos-usage";

    private final MovingClock clock = new MovingClock(TestSweeps.START);
    private final Pauses pauses = new Pauses();
    private final LedgerView ledger = new LedgerView();
    private final Set<String> held = new HashSet<>();
    private final List<String> sent = new ArrayList<>();
    private final Map<String, WebAnswer> answers = new HashMap<>();
    private @Nullable String obstacle;
    private final Lease lease = new Lease() {
        @Override
        public Standing of(String account) {
            return held.contains(account) ? Standing.HELD : Standing.GONE;
        }

        @Override
        public boolean mayFence(String account) {
            return false;
        }
    };
    private final ByHand byHand = new ByHand(
            (poll, run) -> null,
            new RunningSweeps(),
            (poll, account) -> {},
            ledger,
            () -> true,
            (poll, account) -> obstacle,
            Runnable::run,
            clock);
    private final Dispatch dispatch = new Dispatch(
            new PollActions(pauses, byHand, clock),
            new Ownership(lease, ledger, "one", clock),
            (owner, action, poll, account) -> {
                sent.add(action.word() + " " + poll + " " + account + " to " + owner.address());
                return CompletableFuture.completedFuture(answers.getOrDefault(
                        account, PollActions.done(202, action, poll, List.of(account), "begun on " + owner.address())));
            },
            () -> obstacle);

    private void has(String instance, String account) {
        ledger.accept(LedgerRecords.owner(
                new Owner("/iotbos/" + account, instance + ":8077", instance, clock.instant(), null, 0)));
    }

    private WebAnswer run(boolean fromPeer, String... accounts) {
        return dispatch.act(Action.RUN, POLL, List.of(accounts), fromPeer);
    }

    @Test
    void whatThisMachineHasIsDoneHere() {
        held.add("/iotbos/main");
        assertThat(run(false, "main").status()).isEqualTo(202);
        assertThat(run(true, "main").status()).isEqualTo(202);
        assertThat(sent).isEmpty();
    }

    @Test
    void whatAnotherHasIsSentThereAndItsAnswerIsTheAnswer() {
        has("two", "main");
        assertThat(dispatch.act(Action.PAUSE, POLL, List.of("main"), false).body())
                .contains("begun on two:8077");
        assertThat(sent).containsExactly("pause iotbos-usage main to two:8077");
        assertThat(pauses.since(POLL)).isNull();
        answers.put("main", ActionPath.text(409, "it runs"));
        assertThat(run(false, "main").status()).isEqualTo(409);
        assertThat(run(false, "main").body()).contains("it runs");
    }

    @Test
    void whatAPeerSentIsNotSentOn() {
        has("two", "main");
        WebAnswer answer = run(true, "main");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("/iotbos/main is not with this machine, one");
        assertThat(sent).isEmpty();
    }

    @Test
    void ofSeveralEachGoesToItsOwn() {
        held.add("/iotbos/main");
        has("two", "second");
        has("three", "third");
        WebAnswer answer = run(false, "main", "second", "third");
        assertThat(answer.status()).isEqualTo(202);
        assertThat(sent).containsExactly("run iotbos-usage second to two:8077", "run iotbos-usage third to three:8077");
        assertThat(answer.body())
                .contains("begun: iotbos-usage@" + TestSweeps.START, "begun on two:8077", "begun on three:8077");
        answers.put("third", ActionPath.text(502, "it cannot be reached"));
        WebAnswer worst = run(false, "main", "second", "third");
        assertThat(worst.status()).isEqualTo(502);
        assertThat(worst.body()).contains("main: begun", "second: begun on two:8077", "third: it cannot be reached");
    }

    @Test
    void whatNobodyHasIsRefusedWithWhatItIs() {
        assertThat(run(false, "main").status()).isEqualTo(409);
        assertThat(run(false, "main").body()).contains("no machine has /iotbos/main now");
        // its own record, of before it lost the account
        has("one", "main");
        assertThat(run(false, "main").body()).contains("no machine has /iotbos/main now");
        obstacle = "starting";
        assertThat(run(false, "main").body()).contains("the service is starting");
        has(Owner.COMMAND + "three", "main");
        assertThat(run(false, "main").body()).contains("command").contains("wait for its end");
        assertThat(sent).isEmpty();
    }
}
