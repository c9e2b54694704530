package org.simrelay.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;
import org.simrelay.records.Json;
import org.slf4j.LoggerFactory;

/** A sweep whose records all lack what those of an earlier one had is warned of, once. */
class LostFieldsTest {

    private static final String POLL = "iotbos-usage";
    private static final String WITH = "{\"num\":\"1\",\"State\":1,\"Exceed\":{\"ReceivesSmsNum\":6,\"UseFlow\":1}}";
    private static final String WITHOUT = "{\"num\":\"1\",\"State\":1,\"Exceed\":{\"ReceivesSmsNum\":6,\"UseFlw\":1}}";

    private final Mappings mappings =
            new Mappings(new RouteFiles(Path.of("routes"), TestSweeps.settings(Map.of())), Json.MAPPER.writer());
    private final Logger logger = (Logger) LoggerFactory.getLogger(Mappings.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.WARN);
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(log);
        logger.setLevel(null);
    }

    private List<String> sweep(String sweeps, String item) throws IOException {
        log.list.clear();
        FilledFields fields = new FilledFields();
        mappings.expect(sweeps, fields);
        for (int card = 0; card < FilledFields.FEWEST; card++) {
            mappings.of(POLL).values(null, fields).of("1", Json.MAPPER.readTree(item));
        }
        mappings.reportLost(POLL, sweeps, sweeps + "@now", fields);
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Test
    void itIsNamedWithTheSweepAndTheMapping() throws IOException {
        assertThat(sweep(POLL, WITHOUT)).isEmpty();
        assertThat(sweep(POLL, WITH)).isEmpty();
        assertThat(sweep(POLL, WITHOUT))
                .singleElement()
                .asString()
                .startsWith("iotbos-usage@now: null in every record, and never before: dataUsed; look at a reply with")
                .endsWith("iotbos-usage.jslt");
        assertThat(sweep(POLL + ".west", WITHOUT)).isEmpty();
        assertThat(sweep(POLL, WITH)).isEmpty();
    }
}
