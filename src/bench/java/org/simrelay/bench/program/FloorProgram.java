package org.simrelay.bench.program;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same work without Camel: as many threads as requests may be in flight, each asks, reads and sends. */
final class FloorProgram implements Program {

    private final ProgramSettings settings;
    private final FloorHttp http;
    private final FloorQuery query;
    private final FloorKafka kafka;
    private final ExecutorService threads;

    FloorProgram(ProgramSettings settings) {
        this.settings = settings;
        this.http = new FloorHttp(settings.url(), settings.concurrency());
        this.query = new CmiotFloor();
        this.kafka = new FloorKafka(settings.brokers());
        this.threads = Executors.newFixedThreadPool(settings.concurrency());
    }

    @Override
    public long sweep() throws Exception {
        String sweep = settings.workload().poll() + "@" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CardRecords first = records(sweep);
        Supplier<@Nullable String> paths = query.begin(http, reply -> publish(reply, first));
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < settings.concurrency(); i++) {
            running.add(threads.submit(() -> {
                CardRecords records = records(sweep);
                for (String path = paths.get(); path != null; path = paths.get()) {
                    publish(http.get(path), records);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        return kafka.acknowledged();
    }

    private CardRecords records(String sweep) throws IOException {
        return new CardRecords(kafka, settings.workload(), sweep);
    }

    private void publish(byte[] reply, CardRecords records) throws IOException {
        records.answered();
        query.read(reply, records);
    }
}
