package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Fleet.Machine;
import org.simrelay.sandbox.Broker;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/**
 * Three machines, three brokers and twenty accounts, for as long as {@code -Dmachines.minutes} says: in each round every account sweeps, and
 * meanwhile a machine or a broker is killed, stopped, paused or replaced. Not without the property.
 */
@EnabledIfSystemProperty(named = "machines.minutes", matches = "[0-9]+")
class MachinesLongIT {

    private static final Duration MOST = Duration.ofMinutes(3);
    private static final int MACHINES = 3;
    private static final int ACCOUNTS = 20;
    private static final int CARDS = 300;
    private static final int BATCH = 10;
    private static final int PACE = 2;
    private static final int IN_FLIGHT = 4;
    private static final String RUN = "/api/polls/iotbos-usage/run";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path dir;

    private final long seed = Long.getLong("machines.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private int pauses;

    /** What happens in the middle of a round. */
    private enum Incident {
        KILLED,
        TERMINATED,
        PAUSED,
        PAUSED_IN_A_TRANSACTION,
        CUT_OFF,
        BROKER_PAUSED,
        BROKER_KILLED,
        ROLLING_RESTART
    }

    @Test
    void whateverGoesEachSweepHasOneEndAndEachAccountItsPace() throws Exception {
        Instant until = Instant.now().plus(Duration.ofMinutes(Long.getLong("machines.minutes", 1)));
        SimulatorConfig vendor = new SimulatorConfig()
                .loginVoidsOlder(true)
                .latency(Duration.ofMillis(40))
                .seenLimit(500_000);
        ManyAccounts accounts = new ManyAccounts(ACCOUNTS, CARDS);
        try (CutWay way = new CutWay(Integer.getInteger("machines.brokers", 3));
                Stand stand = new Stand(
                        dir,
                        accounts.at(vendor),
                        accounts.lines(),
                        Broker.startCluster(dir.resolve("kafka"), way.doors()))) {
            accounts.set(stand, PACE, BATCH);
            try (Fleet fleet = new Fleet(stand, dir)) {
                for (int i = 0; i < MACHINES; i++) {
                    fleet.start();
                    fleet.awaitStarted();
                }
                FleetJudge judge = fleet.judge(PACE);
                List<Incident> left = new ArrayList<>();
                for (int round = 1; round == 1 || Instant.now().isBefore(until); round++) {
                    fleet.awaitShared(ACCOUNTS);
                    if (left.isEmpty()) {
                        left.addAll(Arrays.asList(Incident.values()));
                        Collections.shuffle(left, random);
                    }
                    Incident incident = left.remove(0);
                    System.out.printf("round %d of seed %d: %s, %s%n", round, seed, incident, Instant.now());
                    round(stand, fleet, way, incident);
                    int sweeps = round;
                    await("round " + round + " of seed " + seed + ": " + incident)
                            .atMost(MOST)
                            .pollInterval(Duration.ofSeconds(1))
                            .untilAsserted(() -> assertThat(judge.sweeps(accounts.cards()))
                                    .hasSize(ACCOUNTS)
                                    .allSatisfy(
                                            (key, count) -> assertThat(count).isEqualTo(sweeps)));
                }
                judge.pace(stand.vendor);
                assertThat(stand.vendor.counters().violations()).isZero();
                // what is in the socket when a process is paused may go out when it wakes, with a token of before
                assertThat(stand.vendor.counters().refused())
                        .isLessThanOrEqualTo((long) pauses * IN_FLIGHT * ACCOUNTS / MACHINES);
            }
        }
    }

    @Test
    void ofTwoWithOneInstanceIdTheYoungerGoesOnAndTheElderSaysWhy() throws Exception {
        ManyAccounts accounts = new ManyAccounts(2, CARDS);
        try (Stand stand = new Stand(dir, accounts.at(new SimulatorConfig().loginVoidsOlder(true)), accounts.lines())) {
            accounts.set(stand, PACE, BATCH);
            stand.set("CLUSTER_INSTANCE_ID", "the-one");
            try (Fleet fleet = new Fleet(stand, dir)) {
                fleet.start();
                fleet.awaitStarted();
                Machine elder = fleet.machines().get(0);
                assertThat(fleet.post(elder, RUN).statusCode()).isEqualTo(202);
                await().atMost(MOST).until(() -> stand.vendor.counters().cardsAsked() > CARDS / 2);
                fleet.start();
                assertThat(elder.child().process().waitFor(60, TimeUnit.SECONDS))
                        .isTrue();
                assertThat(elder.child().process().exitValue()).as(elder.text()).isEqualTo(2);
                assertThat(elder.text()).contains("the-one");
                fleet.gone(elder);
                fleet.awaitStarted();
                FleetJudge judge = fleet.judge(PACE);
                await().atMost(MOST).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(
                                judge.sweeps(accounts.cards()))
                        .hasSize(2)
                        .allSatisfy((key, count) -> assertThat(count).isEqualTo(1)));
                judge.pace(stand.vendor);
                assertThat(fleet.machines().get(0).text()).doesNotContain("ERROR");
            }
        }
    }

    private void round(Stand stand, Fleet fleet, CutWay way, Incident incident) throws Exception {
        if (incident == Incident.CUT_OFF) {
            Machine old = any(fleet);
            fleet.start(way.brokers());
            terminate(fleet, old);
            fleet.awaitShared(ACCOUNTS);
        }
        Machine asked = any(fleet);
        var run = fleet.post(asked, RUN);
        assertThat(run.statusCode()).as(run.body()).isEqualTo(202);
        long before = stand.vendor.counters().cardsAsked();
        await().atMost(MOST).until(() -> stand.vendor.counters().cardsAsked() - before > ACCOUNTS * CARDS / 4L);
        Machine machine = any(fleet);
        Broker broker = stand.brokers.get(random.nextInt(stand.brokers.size()));
        switch (incident) {
            case KILLED -> {
                machine.child().kill();
                replace(fleet, machine);
            }
            case TERMINATED -> {
                fleet.start();
                terminate(fleet, machine);
            }
            case PAUSED -> {
                pauses++;
                machine.signal("STOP");
                TimeUnit.SECONDS.sleep(10);
                machine.signal("CONT");
            }
            case PAUSED_IN_A_TRANSACTION -> {
                pauses++;
                new OpenTransaction(stand).pause(machine);
                TimeUnit.SECONDS.sleep(10);
                machine.signal("CONT");
            }
            case CUT_OFF -> {
                Machine cut = fleet.machines().get(fleet.machines().size() - 1);
                way.cut();
                TimeUnit.SECONDS.sleep(12);
                way.mend();
                await().atMost(MOST).until(() -> cut.text().contains("does not know this process as a member"));
            }
            case BROKER_PAUSED -> {
                Fleet.signal("STOP", broker.pid());
                TimeUnit.SECONDS.sleep(12);
                Fleet.signal("CONT", broker.pid());
            }
            case BROKER_KILLED -> {
                broker.kill();
                TimeUnit.SECONDS.sleep(5);
                broker.restart();
            }
            case ROLLING_RESTART -> {
                for (Machine old : List.copyOf(fleet.machines())) {
                    fleet.start();
                    terminate(fleet, old);
                }
            }
        }
        fleet.awaitStarted();
    }

    private Machine any(Fleet fleet) {
        return fleet.machines().get(random.nextInt(fleet.machines().size()));
    }

    /** Once all others have started, as in a rolling deploy. */
    private static void terminate(Fleet fleet, Machine machine) throws Exception {
        fleet.awaitStarted();
        machine.signal("TERM");
        assertThat(machine.child().process().waitFor(40, TimeUnit.SECONDS)).isTrue();
        assertThat(machine.child().process().exitValue()).isZero();
        fleet.gone(machine);
    }

    private static void replace(Fleet fleet, Machine machine) {
        fleet.gone(machine);
        fleet.start();
    }
}
