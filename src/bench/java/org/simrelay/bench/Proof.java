package org.simrelay.bench;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.simrelay.bench.program.ProgramProcess;

/** Proves that the programs do the work that is measured: with their first sweep, which nobody measures. */
final class Proof {

    private final Topic topic;

    Proof(Topic topic) {
        this.topic = topic;
    }

    /**
     * A program publishes as many records as it says.
     *
     * @throws IllegalStateException where it does not
     */
    void counts(ProgramProcess program) {
        long before = records(topic.ends());
        long cards = program.sweep(Plan.SWEEP).cards();
        long published = records(topic.ends()) - before;
        if (published != cards) {
            throw new IllegalStateException(
                    program.kind().label() + " published " + published + " records of " + cards + " cards");
        }
    }

    /**
     * Two programs publish the same: key, value and headers of every card, but for what names the sweep and its time.
     *
     * @throws IllegalStateException that shows a record in which they differ
     */
    void same(ProgramProcess one, ProgramProcess other) {
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
        long cards = program.sweep(Plan.SWEEP).cards();
        Map<String, String> texts = new HashMap<>();
        topic.read(from, published -> texts.put(text(published.key()), normal(published)));
        long published = records(topic.ends()) - records(from);
        if (texts.size() != cards || published != cards) {
            throw new IllegalStateException(program.kind().label() + " published " + published + " records of "
                    + texts.size() + " cards, out of " + cards);
        }
        return texts;
    }

    private static long records(Map<Integer, Long> ends) {
        return ends.values().stream().mapToLong(end -> end).sum();
    }

    private static String normal(ConsumerRecord<byte[], byte[]> published) {
        String sweep = text(published.headers().lastHeader("ce_sweep").value());
        // the order of a record's headers means nothing
        Set<String> headers = new TreeSet<>();
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
            headers.add(header.key() + "=" + shown);
        }
        return text(published.value()) + " " + headers;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
