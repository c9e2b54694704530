package org.simrelay.bench.program;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The floor's records, made before the sweep. */
final class ProducerProgram implements Program {

    // enough to be different from each other, few enough to leave the heap to the producer
    private static final int DIFFERENT = 20_000;

    private final ProgramSettings settings;
    private final FloorKafka kafka;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    ProducerProgram(ProgramSettings settings) throws IOException {
        this.settings = settings;
        this.kafka = new FloorKafka(settings.brokers());
        FloorHttp http = FloorHttp.minimal(settings.url(), 1);
        FloorQuery query = FloorQuery.of(settings, http);
        Supplier<@Nullable String> paths = query.paths(Math.min(DIFFERENT, settings.cards()));
        CardRecords made = new CardRecords(records::add, settings.workload(), "prebuilt");
        made.answered();
        for (String path = paths.get(); path != null; path = paths.get()) {
            query.read(http.get(path), made);
        }
    }

    @Override
    public long sweep() {
        for (int card = 0; card < settings.cards(); card++) {
            kafka.send(records.get(card % records.size()));
        }
        return kafka.acknowledged();
    }
}
