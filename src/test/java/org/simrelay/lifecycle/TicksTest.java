package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

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
}
