package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Fleet.Machine;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** Two machines share eight accounts; one is killed in the middle of all its sweeps, and another takes its place. */
class ManyAccountsIT {

    private static final Duration MOST = Duration.ofMinutes(2);
    private static final int ACCOUNTS = 8;
    private static final int CARDS = 120;
    private static final int BATCH = 10;
    private static final int PACE = 2;
    private static final String POLL = "iotbos-usage";
    // what was in flight, and what went out since the last checkpoint that Kafka has
    private static final int ASKED_TWICE = 4 + 3 * PACE;

    @TempDir
    Path dir;

    @Test
    void aMachineIsKilledAndReplacedAndNobodySeesMoreThanOneOfIt() throws Exception {
        SimulatorConfig vendor = new SimulatorConfig().loginVoidsOlder(true).latency(Duration.ofMillis(30));
        ManyAccounts accounts = new ManyAccounts(ACCOUNTS, CARDS);
        try (Stand stand = new Stand(dir, accounts.at(vendor), accounts.lines())) {
            accounts.set(stand, PACE, BATCH);
            try (Fleet fleet = new Fleet(stand, dir)) {
                FleetJudge judge = fleet.judge(PACE);
                fleet.start();
                fleet.start();
                fleet.awaitStarted();
                Machine asked = fleet.machines().get(0);
                Machine killed = fleet.machines().get(1);
                Map<String, String> before = fleet.awaitShared(ACCOUNTS);

                // one machine is asked, and each does its part
                HttpResponse<String> run = fleet.post(asked, "/api/polls/" + POLL + "/run");
                assertThat(run.statusCode()).as(run.body()).isEqualTo(202);
                assertThat(run.body()).contains("(on " + killed.address() + ")");
                await().atMost(MOST).until(() -> stand.vendor.counters().cardsAsked() > ACCOUNTS * CARDS / 4);
                killed.child().kill();
                fleet.gone(killed);
                fleet.start();
                fleet.awaitStarted();
                Map<String, String> after = fleet.awaitShared(ACCOUNTS);
                assertThat(after.values()).isNotEqualTo(before.values()).doesNotContain(killed.address());

                await().atMost(MOST).untilAsserted(() -> assertThat(judge.sweeps(accounts.cards()))
                        .hasSize(ACCOUNTS)
                        .allSatisfy((key, sweeps) -> assertThat(sweeps).isEqualTo(1)));
                judge.pace(stand.vendor);
                assertThat(stand.vendor.counters().violations()).isZero();
                assertThat(stand.vendor.counters().refused())
                        .as("tokens voided")
                        .isZero();
                assertThat(stand.vendor.counters().requests()
                                - stand.vendor.counters().logins())
                        .isLessThanOrEqualTo(ACCOUNTS * (CARDS / BATCH + ASKED_TWICE * 2L));
                // a sweep's age counts from when the service knows that Kafka has its end
                await().atMost(MOST).untilAsserted(() -> everyMachineTellsTheSame(fleet));
                Stand.Result status = stand.run("status", "--json");
                assertThat(status.exit()).as(status.output()).isZero();
                after.values()
                        .forEach(address -> assertThat(status.output()).contains("\"address\":\"" + address + "\""));
            }
        }
    }

    /** The metrics. */
    private static void everyMachineTellsTheSame(Fleet fleet) throws Exception {
        List<String> owned = new ArrayList<>();
        Set<String> ages = new TreeSet<>();
        for (Machine machine : fleet.machines()) {
            for (String line : fleet.get(machine, "/observe/metrics").lines().toList()) {
                if (line.startsWith("simrelay_account_owned{") && line.endsWith(" 1.0")) {
                    owned.add(line);
                }
                if (line.startsWith("simrelay_sweep_age_seconds{") && line.contains(POLL) && !line.endsWith(" NaN")) {
                    assertThat(ages.add(line.substring(0, line.indexOf(' '))))
                            .as(line)
                            .isTrue();
                    assertThat(line).doesNotEndWith("+Inf");
                }
            }
        }
        assertThat(owned).hasSize(ACCOUNTS).doesNotHaveDuplicates();
        assertThat(ages).hasSize(ACCOUNTS);
    }
}
