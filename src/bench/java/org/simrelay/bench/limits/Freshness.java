package org.simrelay.bench.limits;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.simrelay.bench.Topic;
import org.simrelay.bench.Workload;
import org.simrelay.bench.program.ProgramKind;
import org.simrelay.bench.program.ProgramProcess;
import org.simrelay.bench.program.ProgramSettings;
import org.simrelay.bench.vendor.Cards;
import org.simrelay.bench.vendor.WatchedVendor;

/** From the vendor's answer to the record in a subscriber's hands, at 5,000 cards a second; the first sweep warms up. */
final class Freshness {

    private static final int PER_SECOND = 250;
    private static final int SECONDS = 30;
    private static final Duration BOUND = Duration.ofSeconds(3L * SECONDS);
    private static final int SWEEPS = 2;

    private Freshness() {}

    @SuppressWarnings("try") // the topic is there for as long as it is measured
    static void measure(Bed bed) {
        int cards = PER_SECOND * SECONDS * Workload.CMIOT.cardsPerRequest();
        WatchedVendor vendor = new WatchedVendor(cards);
        Path log = bed.folder().resolve("freshness.log");
        ProgramSettings settings = new ProgramSettings(
                Workload.CMIOT, vendor.url(), bed.brokers(), bed.inventory(1), cards, 8, PER_SECOND);
        long[] waits = {};
        try (Topic unused = new Topic(bed.brokers(), Workload.CMIOT.topic());
                ProgramProcess program = ProgramProcess.start(ProgramKind.SIMRELAY, settings, List.of(), log);
                KafkaConsumer<byte[], byte[]> subscriber = new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bed.brokers()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = subscriber.partitionsFor(Workload.CMIOT.topic()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            subscriber.assign(partitions);
            subscriber.seekToEnd(partitions);
            partitions.forEach(subscriber::position);
            for (int sweep = 0; sweep < SWEEPS; sweep++) {
                CompletableFuture<?> swept = CompletableFuture.runAsync(() -> program.sweep(BOUND));
                waits = read(subscriber, vendor, cards);
                swept.join();
            }
        }
        Arrays.sort(waits);
        double median = waits[waits.length / 2] / 1e6;
        double high = waits[(int) (waits.length * 0.99)] / 1e6;
        double most = waits[waits.length - 1] / 1e6;
        bed.result(
                        "freshness",
                        String.format(
                                Locale.ROOT,
                                "%d cards at %d a second: median %.1f ms, 99th percentile %.1f ms, longest %.1f ms",
                                cards,
                                PER_SECOND * Workload.CMIOT.cardsPerRequest(),
                                median,
                                high,
                                most))
                .put("medianMs", median)
                .put("percentile99Ms", high)
                .put("longestMs", most);
    }

    /** How long each card of one sweep took, in nanoseconds. */
    private static long[] read(KafkaConsumer<byte[], byte[]> subscriber, WatchedVendor vendor, int cards) {
        List<Integer> places = new ArrayList<>(cards);
        List<Long> times = new ArrayList<>(cards);
        long until = System.nanoTime() + BOUND.toNanos();
        while (places.size() < cards && System.nanoTime() < until) {
            var records = subscriber.poll(Duration.ofMillis(100));
            long now = System.nanoTime();
            for (ConsumerRecord<byte[], byte[]> each : records) {
                places.add(Cards.place(Long.parseLong(new String(each.key(), StandardCharsets.US_ASCII))));
                times.add(now);
            }
        }
        if (places.size() != cards) {
            throw new IllegalStateException("only " + places.size() + " of " + cards + " cards came");
        }
        if (places.stream().distinct().count() != cards) {
            throw new IllegalStateException("a card came twice");
        }
        long[] answered = vendor.answered();
        long[] waits = new long[cards];
        for (int i = 0; i < cards; i++) {
            waits[i] = times.get(i) - answered[places.get(i) / Workload.CMIOT.cardsPerRequest() + 1];
        }
        return waits;
    }
}
