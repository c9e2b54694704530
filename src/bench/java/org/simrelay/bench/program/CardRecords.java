package org.simrelay.bench.program;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.simrelay.bench.Workload;

/** The records of one thread in one sweep: a CloudEvent a card, in Kafka's binary mode. */
final class CardRecords {

    private static final JsonFactory JSON = new JsonFactory();

    private final Consumer<ProducerRecord<byte[], byte[]>> records;
    private final Workload workload;
    private final String prefix;
    private final Header[] shared;
    private final ByteArrayBuilder bytes = new ByteArrayBuilder();
    private JsonGenerator json;
    private Header time;

    /**
     * @param records takes each
     * @param sweep the sweep's id
     */
    CardRecords(Consumer<ProducerRecord<byte[], byte[]>> records, Workload workload, String sweep) throws IOException {
        this.records = records;
        this.workload = workload;
        this.prefix = sweep + "/";
        this.shared = new Header[] {
            header("ce_specversion", "1.0"),
            header("ce_source", "/" + workload.vendor() + "/main"),
            header("ce_type", workload.eventType()),
            header("content-type", "application/json"),
            header("ce_sweep", sweep)
        };
        this.json = JSON.createGenerator(bytes);
        this.time = header("ce_time", "");
    }

    /** The vendor has just answered. */
    void answered() {
        OffsetDateTime now = Instant.now().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC);
        time = header("ce_time", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(now));
    }

    /** Where the next card's value is written. */
    JsonGenerator json() {
        return json;
    }

    /** Sends the value that was written. */
    void send(String card) throws IOException {
        json.close();
        byte[] value = bytes.toByteArray();
        bytes.reset();
        json = JSON.createGenerator(bytes);
        send(card, value);
    }

    /** Sends a value. */
    void send(String card, byte[] value) {
        Header[] headers = {
            shared[0],
            header("ce_id", prefix + card),
            shared[1],
            shared[2],
            shared[3],
            header("ce_subject", card),
            time,
            shared[4]
        };
        byte[] key = card.getBytes(StandardCharsets.ISO_8859_1);
        records.accept(new ProducerRecord<>(workload.topic(), null, key, value, new RecordHeaders(headers)));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
