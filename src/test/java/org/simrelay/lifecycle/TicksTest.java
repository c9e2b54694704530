package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.Test;

/** When a timer would have fired, by its cron and its zone. */
class TicksTest {

    private static Ticks of(String cron) throws Exception {
        CamelContext context = new DefaultCamelContext();
        try {
            context.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from("quartz:test/poll?cron=" + cron.replace(' ', '+') + "&trigger.timeZone=Asia/Shanghai")
                            .routeId("poll")
                            .to("log:x");
                }
            });
            context.start();
            return Objects.requireNonNull(Ticks.of(context.getRoute("poll")));
        } finally {
            context.stop();
        }
    }

    private static Instant at(String time) {
        return Instant.parse("2026-11-22T" + time + "Z");
    }

    @Test
    void theLastTickWithinAStretchIsFound() throws Exception {
        Ticks half = of("0 10/30 * * * ?");
        assertThat(half.lastWithin(at("08:10:00"), at("10:15:00"))).isEqualTo(at("10:10:00"));
        assertThat(half.lastWithin(at("08:10:00"), at("08:40:00"))).isEqualTo(at("08:40:00"));
        assertThat(half.lastWithin(at("08:10:00"), at("08:39:59"))).isNull();
        assertThat(half.firstAfter(at("08:10:00"))).isEqualTo(at("08:40:00"));
    }

    @Test
    void yearsOfTicksAreNoMatter() throws Exception {
        Ticks each = of("* * * * * ?");
        assertThat(each.lastWithin(Instant.parse("2016-01-01T00:00:00Z"), at("10:15:07")))
                .isEqualTo(at("10:15:07"));
    }

    @Test
    void aTickADayIsInItsZone() throws Exception {
        Ticks day = of("0 0 3 * * ?");
        assertThat(day.lastWithin(Instant.parse("2026-11-20T00:00:00Z"), at("10:00:00")))
                .isEqualTo(Instant.parse("2026-11-21T19:00:00Z"));
    }

    @Test
    void ticksAreAsFarApartAsTheyWereAndWillBeAroundNow() throws Exception {
        Ticks half = of("0 10/30 * * * ?");
        assertThat(half.apart(at("08:10:00"))).isEqualTo(Duration.ofMinutes(30));
        // 45 and 15 minutes: between :00 and :45 the next two ticks are a quarter of an hour apart
        Ticks uneven = of("0 0/45 * * * ?");
        assertThat(uneven.apart(at("08:44:59"))).isEqualTo(Duration.ofMinutes(45));
        assertThat(uneven.apart(at("08:45:00"))).isEqualTo(Duration.ofMinutes(45));
    }

    @Test
    void aNightAndAWeekendWithoutTicksArePartOfIt() throws Exception {
        // 8:00 to 18:30 in Shanghai
        Ticks day = of("0 0/30 8-18 * * ?");
        Duration night = Duration.ofMinutes(13 * 60 + 30);
        assertThat(day.apart(at("18:00:00"))).isEqualTo(night);
        // the first tick of the day has just come, and its sweep runs
        assertThat(day.apart(Instant.parse("2026-11-23T00:00:00Z"))).isEqualTo(night);
        assertThat(day.apart(Instant.parse("2026-11-23T00:30:00Z"))).isEqualTo(Duration.ofMinutes(30));
        // a Sunday
        assertThat(of("0 0 6 ? * MON-FRI").apart(at("10:00:00"))).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void aTimerWithoutAnotherTickHasNone() throws Exception {
        Ticks once = of("0 0 0 1 1 ? 2099");
        assertThat(once.apart(at("10:00:00"))).isNull();
        assertThat(once.apart(Instant.parse("2099-06-01T00:00:00Z"))).isNull();
        assertThat(of("0 0 0 1 1 ?").apart(at("10:00:00"))).isEqualTo(Duration.ofDays(365));
    }
}
