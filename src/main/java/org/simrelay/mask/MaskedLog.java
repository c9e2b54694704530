package org.simrelay.mask;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.spi.ConfigurationEvent.EventType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Puts the mask before every appender of the log, whatever configuration made it: the shipped one, an operator's own, or
 * none; and lets what does not go through the log go through it.
 */
public final class MaskedLog {

    private static final String PATTERN = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0} - %msg%n%ex{3}";

    private static volatile boolean json;

    private MaskedLog() {}

    /** From now on each line is a JSON object, also where the configuration is read again. */
    public static void asJson() {
        json = true;
        asJson((LoggerContext) LoggerFactory.getILoggerFactory());
    }

    static void asJson(LoggerContext context) {
        for (Logger logger : context.getLoggerList()) {
            logger.iteratorForAppenders()
                    .forEachRemaining(appender ->
                            JsonLines.on(appender instanceof MaskingAppender masking ? masking.target() : appender));
        }
    }

    /**
     * Installs the mask for the life of the process.
     *
     * @param configured whether there is a configuration; without one, lines go to standard error at the shipped levels
     */
    public static void install(boolean configured, Secrets secrets) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        if (!configured) {
            shipped(context);
        }
        cover(context, secrets);
        follow(context, secrets);
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) ->
                LoggerFactory.getLogger(MaskedLog.class).error("thread {} ended", thread.getName(), thrown));
    }

    /** A configuration that is read again makes its appenders anew. */
    static void follow(LoggerContext context, Secrets secrets) {
        context.addConfigurationEventListener(event -> {
            if (event.getEventType() != EventType.CONFIGURATION_STARTED) {
                cover(context, secrets);
            }
        });
    }

    static void cover(LoggerContext context, Secrets secrets) {
        for (Logger logger : context.getLoggerList()) {
            List<Appender<ILoggingEvent>> bare = new ArrayList<>();
            logger.iteratorForAppenders().forEachRemaining(appender -> {
                if (!(appender instanceof MaskingAppender)) {
                    bare.add(appender);
                }
            });
            for (Appender<ILoggingEvent> appender : bare) {
                utf8(appender);
                if (json) {
                    JsonLines.on(appender);
                }
                MaskingAppender masking = new MaskingAppender(appender, secrets);
                masking.start();
                logger.detachAppender(appender);
                logger.addAppender(masking);
            }
        }
    }

    /** Chinese texts would be question marks where the locale has none, and no charset is configured. */
    private static void utf8(Appender<ILoggingEvent> appender) {
        if (appender instanceof OutputStreamAppender<ILoggingEvent> stream
                && stream.getEncoder() instanceof LayoutWrappingEncoder<ILoggingEvent> encoder
                && encoder.getCharset() == null) {
            encoder.setCharset(StandardCharsets.UTF_8);
        }
    }

    private static void shipped(LoggerContext context) {
        context.reset();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(PATTERN);
        encoder.start();
        ConsoleAppender<ILoggingEvent> console = new ConsoleAppender<>();
        console.setContext(context);
        console.setName("STDERR");
        console.setTarget("System.err");
        console.setEncoder(encoder);
        console.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(Level.WARN);
        root.addAppender(console);
        context.getLogger("org.simrelay").setLevel(Level.INFO);
        context.getLogger("org.apache.kafka").setLevel(Level.ERROR);
        context.getLogger("org.apache.camel.impl.engine.AbstractCamelContext").setLevel(Level.OFF);
    }
}
