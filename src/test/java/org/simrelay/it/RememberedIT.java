package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;

/** What one run of the service leaves in Kafka for the next: the inventory's size, and what is spent of a daily budget. */
class RememberedIT {

    @TempDir
    Path dir;

    @Test
    void anInventoryThatLostHalfItsCardsIsRefusedByTheNextRun() throws Exception {
        try (Stand stand = new Stand(dir, new SimulatorConfig(), Cards.inventory(21))) {
            assertThat(stand.run("once", "iotbos-usage").exit()).isZero();
            Files.write(dir.resolve("cards.csv"), Cards.inventory(10));
            long asked = stand.vendor.counters().requests();

            Result refused = stand.run("once", "iotbos-usage");
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.output()).contains("has 10 cards and had 21", "cards.may-shrink");
            assertThat(stand.vendor.counters().requests()).isEqualTo(asked);
            assertThat(stand.records("sim.failures")).singleElement().matches(r -> r.value()
                    .contains("\"count\":10"));

            Result taken = stand.set("CARDS_MAY_SHRINK", "true").run("once", "iotbos-usage");
            assertThat(taken.exit()).as(taken.output()).isZero();
            // what the refused one left open is closed by the one that ran to its end
            assertThat(stand.records("sim.failures"))
                    .hasSize(2)
                    .last()
                    .satisfies(last -> assertThat(last.value()).contains("\"status\":\"superseded\"", "\"count\":10"))
                    .satisfies(last -> assertThat(last.headers().get("ce_id")).isEqualTo(last.key() + "/superseded"));
        }
    }

    @Test
    void whatIsSpentOfADailyBudgetIsSpentForTheNextRunToo() throws Exception {
        SameDay.await();
        try (Stand stand = new Stand(dir, new SimulatorConfig(), Cards.inventory(10))) {
            stand.set("IOTBOS_MAIN_REQUESTS_PER_DAY", "3");
            assertThat(stand.run("once", "iotbos-usage").exit()).isZero();

            Result spent = stand.run("once", "iotbos-usage");
            assertThat(spent.exit()).isEqualTo(2);
            assertThat(spent.output()).contains("daily budget of 3 requests is spent");
            // the last unit goes to the login, and never more than the budget to the vendor
            assertThat(stand.vendor.counters().requests()).isEqualTo(3);
            assertThat(stand.records("sim.failures")).singleElement().matches(r -> r.value()
                    .contains("\"count\":10"));
        }
    }
}
