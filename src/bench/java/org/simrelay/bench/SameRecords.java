package org.simrelay.bench;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.simrelay.bench.program.ProgramProcess;

/** Proves that two programs publish the same: key, value and headers of every card, but for what names the sweep and its time. */
final class SameRecords {

    private final Topic topic;
    private final int cards;

    /** @param cards how many records a sweep publishes */
    SameRecords(Topic topic, int cards) {
        this.topic = topic;
        this.cards = cards;
    }

    /**
     * Lets both sweep once.
     *
     * @throws IllegalStateException that shows a record in which they differ
     */
    void check(ProgramProcess one, ProgramProcess other) {
        Map<String, String> first = sweep(one);
        Map<String, String> second = sweep(other);
        first.forEach((card, text) -> {
            if (!text.equals(second.get(card))) {
                throw new IllegalStateException("the records of a card differ:\n"
                        + one.kind().label() + " " + text + "\n" + other.kind().label() + " " + second.get(card));
            }
        });
    }

    private Map<String, String> sweep(ProgramProcess program) {
        Map<Integer, Long> from = topic.ends();
        program.sweep(Plan.SWEEP);
        Map<String, String> texts = new HashMap<>();
        topic.read(from, published -> texts.put(text(published.key()), normal(published)));
        long doubled = topic.ends().values().stream().mapToLong(end -> end).sum()
                - from.values().stream().mapToLong(end -> end).sum()
                - texts.size();
        if (texts.size() != cards || doubled != 0) {
            throw new IllegalStateException(program.kind().label() + " published " + texts.size() + " cards of " + cards
                    + ", and " + doubled + " records more");
        }
        return texts;
    }

    private static String normal(ConsumerRecord<byte[], byte[]> published) {
        String sweep = text(published.headers().lastHeader("ce_sweep").value());
        StringBuilder normal = new StringBuilder(320).append(text(published.value()));
        for (Header header : published.headers()) {
            String value = text(header.value());
            String shown =
                    switch (header.key()) {
                        case "ce_sweep" -> sweep.substring(0, sweep.indexOf('@'));
                        case "ce_id" -> value.replace(sweep, "SWEEP");
                        case "ce_time" ->
                            OffsetDateTime.parse(value).getOffset().getId();
                        default -> value;
                    };
            normal.append(' ').append(header.key()).append('=').append(shown);
        }
        return normal.toString();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
