package org.simrelay.http;

import org.apache.camel.Exchange;
import org.apache.camel.TypeConversionException;
import org.apache.camel.TypeConverterExists;
import org.apache.camel.spi.TypeConverterRegistry;
import org.apache.camel.support.SimpleTypeConverter;
import org.apache.camel.util.TimeUtils;
import org.apache.hc.core5.util.Timeout;

/** Lets an HTTP endpoint's time-outs be written as durations, {@code 25s}; camel-http itself takes milliseconds only. */
public final class TimeoutConverter {

    private TimeoutConverter() {}

    public static void addTo(TypeConverterRegistry registry) {
        registry.setTypeConverterExists(TypeConverterExists.Override);
        registry.setTypeConverterExistsLoggingLevel(org.apache.camel.LoggingLevel.OFF);
        registry.addTypeConverter(
                Timeout.class, String.class, new SimpleTypeConverter(false, TimeoutConverter::convert));
    }

    private static Object convert(Class<?> type, Exchange exchange, Object value) throws TypeConversionException {
        return Timeout.ofMilliseconds(TimeUtils.toMilliSeconds(value.toString()));
    }
}
