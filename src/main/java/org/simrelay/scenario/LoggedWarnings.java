package org.simrelay.scenario;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the service warns of while a scenario is played; meanwhile its log goes nowhere else. */
final class LoggedWarnings extends AppenderBase<ILoggingEvent> implements AutoCloseable {

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("org.simrelay");
    private final boolean additive = logger.isAdditive();

    private LoggedWarnings() {}

    static LoggedWarnings listen() {
        LoggedWarnings warnings = new LoggedWarnings();
        warnings.start();
        warnings.logger.setAdditive(false);
        warnings.logger.addAppender(warnings);
        return warnings;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setAdditive(additive);
        stop();
    }

    @Override
    protected void append(ILoggingEvent event) {
        if (event.getLevel().isGreaterOrEqual(Level.WARN)) {
            lines.add(event.getFormattedMessage());
        }
    }
}
