package org.simrelay.mask;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;

/** Stands before an appender of whatever kind and hands it masked events alone. */
final class MaskingAppender extends UnsynchronizedAppenderBase<ILoggingEvent> {

    private final Appender<ILoggingEvent> target;
    private final Secrets secrets;

    MaskingAppender(Appender<ILoggingEvent> target, Secrets secrets) {
        this.target = target;
        this.secrets = secrets;
        setContext(target.getContext());
        setName(target.getName());
    }

    /** The one behind it. */
    Appender<ILoggingEvent> target() {
        return target;
    }

    @Override
    protected void append(ILoggingEvent event) {
        target.doAppend(event instanceof MaskedEvent ? event : new MaskedEvent(event, secrets));
    }

    @Override
    public void stop() {
        super.stop();
        target.stop();
    }
}
