package org.simrelay.service;

import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.quartz.CronExpression;
import org.simrelay.checkpoint.Checkpoint;
import org.simrelay.lifecycle.CutSweeps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on with the sweeps that the last run left or that were cut, under their own ids. One whose poll is due again ends
 * partial instead: its next sweep asks for every card anyway.
 */
final class Resumption {

    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    private final CamelContext context;
    private final CutSweeps sweeps;
    private final Clock clock;

    Resumption(CamelContext context, CutSweeps sweeps, Clock clock) {
        this.context = context;
        this.sweeps = sweeps;
        this.clock = clock;
    }

    /** Each in a thread of its own, so that the timers need not wait for them. */
    void of(Collection<Checkpoint> open) {
        for (Checkpoint checkpoint : open) {
            Route route = context.getRoute(checkpoint.sweep().poll());
            if (route == null) {
                LOG.warn("{} was cut, and its poll is not here to go on with it", checkpoint.sweep());
                continue;
            }
            Thread thread = new Thread(() -> goOn(route, checkpoint), "resume-" + route.getRouteId());
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void goOn(Route route, Checkpoint checkpoint) {
        try {
            if (isDueAgain(route, checkpoint)) {
                List<Message> records =
                        sweeps.end(checkpoint, "cut short, and its poll was due again before it could go on", context);
                context.createFluentProducerTemplate()
                        .withBody(records)
                        .to("direct:record")
                        .send();
                return;
            }
            Exchange exchange = route.getEndpoint().createExchange();
            exchange.setProperty("scheduledAt", checkpoint.sweep().scheduledAt());
            exchange.setProperty("resume", checkpoint);
            route.getProcessor().process(exchange);
        } catch (Exception e) {
            LOG.error("{} was cut and could not go on", checkpoint.sweep(), e);
        }
    }

    private boolean isDueAgain(Route route, Checkpoint checkpoint) throws ParseException {
        QuartzEndpoint timer = (QuartzEndpoint) route.getEndpoint();
        CronExpression cron = new CronExpression(timer.getCron());
        Object zone = timer.getTriggerParameters().get("timeZone");
        cron.setTimeZone(TimeZone.getTimeZone(String.valueOf(zone)));
        Date next = cron.getNextValidTimeAfter(Date.from(checkpoint.sweep().scheduledAt()));
        Instant now = clock.instant();
        return next != null && !next.toInstant().isAfter(now);
    }
}
