package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

/** Every poll that is due begins, however many are sweeping: each must at least say that it is skipped. */
class TimerThreadsTest {

    private static final int POLLS = 40;
    private static final CountDownLatch ALL_BEGUN = new CountDownLatch(POLLS);
    private static final CountDownLatch ENDED = new CountDownLatch(POLLS);

    @SuppressWarnings("NullAway.Init")
    private Scheduler scheduler;

    /** A sweep that lasts until all the others have begun. */
    public static final class Sweeping implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            ALL_BEGUN.countDown();
            try {
                if (ALL_BEGUN.await(60, TimeUnit.SECONDS)) {
                    ENDED.countDown();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @AfterEach
    void stop() throws SchedulerException {
        scheduler.shutdown(false);
    }

    @Test
    void aPollThatIsDueWaitsForNoOther() throws Exception {
        Properties properties = new Properties();
        properties.putAll(Timers.QUARTZ);
        properties.put("org.quartz.scheduler.instanceName", "TimerThreadsTest");
        scheduler = new StdSchedulerFactory(properties).getScheduler();
        for (int i = 0; i < POLLS; i++) {
            scheduler.scheduleJob(
                    JobBuilder.newJob(Sweeping.class).withIdentity("poll-" + i).build(),
                    TriggerBuilder.newTrigger().startNow().build());
        }
        scheduler.start();
        assertThat(ENDED.await(90, TimeUnit.SECONDS)).isTrue();
    }
}
