package org.simrelay.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepEnd;
import org.simrelay.sweep.SweepResult;
import org.slf4j.LoggerFactory;

/** The words that operators search for. */
class SweepLogTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(SweepLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SweepLog log = new SweepLog();
    private final Sweep sweep = TestSweeps.of("iotbos-usage");

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    private List<String> lines() {
        return lines.list.stream()
                .map(line -> line.getLevel() + " " + line.getFormattedMessage())
                .toList();
    }

    @Test
    void aSweepsLifeFromItsStartToItsEnd() {
        sweep.counts().published.set(4);
        log.begun(sweep, false);
        log.suspended(sweep);
        log.begun(sweep, true);
        log.ended(sweep, new SweepEnd(SweepResult.PARTIAL, "a card is refused"));
        log.skipped(sweep, new SweepEnd(SweepResult.SKIPPED, "another is still running"));
        assertThat(lines())
                .containsExactly(
                        "INFO " + sweep + " started",
                        "INFO " + sweep + " suspended, resumes at the next start: 4 published",
                        "INFO " + sweep + " resumed",
                        "WARN " + sweep + " partial: 4 published, 0 failed, 0 requests (a card is refused)",
                        "WARN " + sweep + " skipped: another is still running");
    }

    @Test
    void aPreviewHasNone() {
        Sweep preview = new Sweep(sweep.id(), sweep.account(), sweep.startedAt(), new Preview());
        log.begun(preview, false);
        log.ended(preview, new SweepEnd(SweepResult.COMPLETE, null));
        assertThat(lines()).isEmpty();
    }
}
