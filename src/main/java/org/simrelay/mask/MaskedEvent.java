package org.simrelay.mask;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggerContextVO;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;

/**
 * A log line as every appender and layout sees it: in one line, without secrets, at INFO and above without card numbers. Its
 * message is the finished one, so that no layout finds the arguments as they were.
 */
final class MaskedEvent implements ILoggingEvent {

    private final ILoggingEvent event;
    private final UnaryOperator<String> masked;
    private final String message;
    private final @Nullable IThrowableProxy thrown;

    MaskedEvent(ILoggingEvent event, Secrets secrets) {
        this.event = event;
        boolean cards = event.getLevel().isGreaterOrEqual(Level.INFO);
        this.masked = text -> {
            String without = secrets.masked(text);
            return Visible.line(cards ? Cards.hiddenInLine(without) : without);
        };
        this.message = masked.apply(String.valueOf(event.getFormattedMessage()));
        this.thrown = MaskedThrowable.of(event.getThrowableProxy(), masked);
    }

    @Override
    public String getMessage() {
        return message;
    }

    @Override
    public String getFormattedMessage() {
        return message;
    }

    @Override
    public Object @Nullable [] getArgumentArray() {
        return null;
    }

    @Override
    public @Nullable IThrowableProxy getThrowableProxy() {
        return thrown;
    }

    @Override
    public Map<String, String> getMDCPropertyMap() {
        Map<String, String> properties = new LinkedHashMap<>();
        event.getMDCPropertyMap().forEach((key, value) -> properties.put(key, masked.apply(String.valueOf(value))));
        return properties;
    }

    @Override
    @SuppressWarnings("deprecation") // the interface still asks for it
    public Map<String, String> getMdc() {
        return getMDCPropertyMap();
    }

    @Override
    public @Nullable List<KeyValuePair> getKeyValuePairs() {
        List<KeyValuePair> pairs = event.getKeyValuePairs();
        return pairs == null
                ? null
                : pairs.stream()
                        .map(pair -> new KeyValuePair(pair.key, masked.apply(String.valueOf(pair.value))))
                        .toList();
    }

    @Override
    public String getThreadName() {
        return Visible.line(event.getThreadName());
    }

    @Override
    public Level getLevel() {
        return event.getLevel();
    }

    @Override
    public String getLoggerName() {
        return event.getLoggerName();
    }

    @Override
    public LoggerContextVO getLoggerContextVO() {
        return event.getLoggerContextVO();
    }

    @Override
    public StackTraceElement[] getCallerData() {
        return event.getCallerData();
    }

    @Override
    public boolean hasCallerData() {
        return event.hasCallerData();
    }

    @Override
    public List<Marker> getMarkerList() {
        return event.getMarkerList();
    }

    @Override
    public long getTimeStamp() {
        return event.getTimeStamp();
    }

    @Override
    public int getNanoseconds() {
        return event.getNanoseconds();
    }

    @Override
    public Instant getInstant() {
        return event.getInstant();
    }

    @Override
    public long getSequenceNumber() {
        return event.getSequenceNumber();
    }

    @Override
    public void prepareForDeferredProcessing() {
        event.prepareForDeferredProcessing();
    }
}
