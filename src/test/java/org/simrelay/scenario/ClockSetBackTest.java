package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.apache.camel.component.quartz.QuartzComponent;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.CronTrigger;
import org.quartz.Scheduler;
import org.quartz.TriggerKey;
import org.simrelay.lifecycle.Sweeps;

/** A clock that is set back, as where a machine takes its hardware's local time for UTC until NTP mends it: no poll is silent for it. */
final class ClockSetBackTest extends RealRoutes {

    private static final String POLL = "iotbos-usage";

    @TempDir
    private Path temp;

    @Override
    protected void setupResources() throws IOException {
        Path cards = Files.writeString(temp.resolve("cards.csv"), "1060000000001\n");
        prepare(
                Map.of("iotbos.url", "http://127.0.0.1:9", "cards.file", cards.toString(), "iotbos.max-attempts", "1"),
                List.of());
    }

    private void isSetBack() {
        context.getRegistry().lookupByNameAndType("sweeps", Sweeps.class).clockSetBack(context);
    }

    private List<String> begun() {
        return values("sim.sweeps").stream()
                .filter(sweep -> sweep.path("phase").asText().equals("started"))
                .map(sweep -> sweep.path("sweep").asText())
                .toList();
    }

    @Test
    void aTimerThatWaitsForATimeOfTheFutureFiresAtItsNextTickFromNow() throws Exception {
        Scheduler scheduler =
                context.getComponent("quartz", QuartzComponent.class).getScheduler();
        TriggerKey key = ((QuartzEndpoint) context.getRoute(POLL).getEndpoint()).getTriggerKey();
        CronTrigger before = (CronTrigger) scheduler.getTrigger(key);
        Date later = Date.from(Instant.now().plus(Duration.ofDays(30)));
        var unused = scheduler.rescheduleJob(
                key, before.getTriggerBuilder().startAt(later).build());

        isSetBack();

        CronTrigger after = (CronTrigger) scheduler.getTrigger(key);
        assertThat(after.getNextFireTime()).isBefore(Date.from(Instant.now().plus(Duration.ofHours(1))));
        assertThat(after.getCronExpression()).isEqualTo(before.getCronExpression());
        assertThat(after.getTimeZone()).isEqualTo(before.getTimeZone());
        assertThat(after.getJobKey()).isEqualTo(before.getJobKey());
        assertThat(after.getJobDataMap()).isEqualTo(before.getJobDataMap());
    }

    @Test
    void noTwoSweepsHaveOneName() {
        signatures();
        Duration period = Duration.ofMinutes(30);
        var first = tick(POLL);
        clock.forward(period);
        var second = tick(POLL);
        clock.set(period.negated().plusMillis(7));

        isSetBack();
        var firstAgain = tick(POLL);
        clock.forward(period);
        var secondAgain = tick(POLL);
        clock.forward(period.minusMillis(7));
        var third = tick(POLL);

        assertThat(List.of(first, second, firstAgain, secondAgain, third))
                .allSatisfy(fired -> assertThat(fired.getException()).isNull());
        assertThat(begun())
                .containsExactly(
                        POLL + "@2026-11-22T08:00:01Z",
                        POLL + "@2026-11-22T08:30:01Z",
                        POLL + "@2026-11-22T08:00:01.007Z",
                        POLL + "@2026-11-22T08:30:01.007Z",
                        POLL + "@2026-11-22T09:00:01Z");
        assertThat(ends().stream().map((JsonNode end) -> end.path("sweep").asText()))
                .doesNotHaveDuplicates()
                .hasSize(5);
    }
}
