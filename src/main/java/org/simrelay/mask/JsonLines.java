package org.simrelay.mask;

import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.AppenderAttachable;

/** Lines of the log as JSON objects, by logback's own encoder, wherever a pattern would write text. */
final class JsonLines {

    private JsonLines() {}

    /** From now on this appender, and those behind it, write JSON; one whose encoder has no pattern stays as it is. */
    static void on(Appender<ILoggingEvent> appender) {
        if (appender instanceof AppenderAttachable<?> several) {
            several.iteratorForAppenders().forEachRemaining(JsonLines::onAny);
        }
        if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
                && stream.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent>) {
            JsonEncoder encoder = new JsonEncoder();
            encoder.setContext(stream.getContext());
            encoder.setWithSequenceNumber(false);
            encoder.setWithNanoseconds(false);
            encoder.setWithContext(false);
            // the message is the finished one, and its arguments are masked with it
            encoder.setWithArguments(false);
            encoder.start();
            stream.setEncoder(encoder);
        }
    }

    @SuppressWarnings("unchecked") // appenders of events have appenders of events behind them
    private static void onAny(Object appender) {
        on((Appender<ILoggingEvent>) appender);
    }
}
