package org.simrelay.jvm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A turn that breaks is not the last. */
class EachTurnTest {

    @Test
    void theNextTurnComesWhateverTheLastHasThrown() throws InterruptedException {
        CountDownLatch turns = new CountDownLatch(4);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
        try {
            Runnable look = new EachTurn("a look", () -> {
                turns.countDown();
                if (turns.getCount() % 2 == 0) {
                    throw new IllegalStateException("a bug");
                }
                throw new StackOverflowError("another");
            });
            var unused = timer.scheduleWithFixedDelay(look, 1, 1, TimeUnit.MILLISECONDS);
            assertThat(turns.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            timer.shutdownNow();
        }
    }
}
