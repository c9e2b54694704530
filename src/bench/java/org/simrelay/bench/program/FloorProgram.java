package org.simrelay.bench.program;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The same work as the service's, without Camel. */
final class FloorProgram implements Program {

    private final ProgramSettings settings;
    private final FloorHttp http;
    private final FloorQuery query;
    private final FloorKafka kafka;
    private final FloorThreads threads;

    FloorProgram(ProgramSettings settings) {
        this.settings = settings;
        this.http = new FloorHttp(settings.url(), settings.concurrency());
        this.query = FloorQuery.of(settings, http);
        this.kafka = new FloorKafka(settings.brokers());
        this.threads = new FloorThreads(settings.concurrency());
    }

    @Override
    public long sweep() throws Exception {
        String sweep = settings.workload().poll() + "@" + Instant.now().truncatedTo(ChronoUnit.MILLIS);
        CardRecords first = records(sweep);
        Supplier<@Nullable String> paths = query.begin(reply -> publish(reply, first));
        threads.ask(paths, http, () -> {
            CardRecords own = records(sweep);
            return reply -> publish(reply, own);
        });
        return kafka.acknowledged();
    }

    private CardRecords records(String sweep) throws IOException {
        return new CardRecords(kafka::send, settings.workload(), sweep);
    }

    private void publish(byte[] reply, CardRecords records) throws IOException {
        records.answered();
        query.read(reply, records);
    }
}
