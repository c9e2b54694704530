package org.simrelay.service;

import org.apache.camel.CamelContext;
import org.apache.camel.component.quartz.QuartzComponent;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;

/** The timers of all polls, on one Quartz scheduler. */
final class Timers {

    private Timers() {}

    /** They fire from now on. */
    static void start(CamelContext context) {
        try {
            scheduler(context).start();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot start its timers", e);
        }
    }

    /** They fire no more. */
    static void stop(CamelContext context) {
        try {
            scheduler(context).standby();
        } catch (SchedulerException e) {
            throw new IllegalStateException("Quartz cannot stop its timers", e);
        }
    }

    private static Scheduler scheduler(CamelContext context) {
        return context.getComponent("quartz", QuartzComponent.class).getScheduler();
    }
}
