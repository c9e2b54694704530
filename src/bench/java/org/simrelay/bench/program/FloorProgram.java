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
    private final Reading reading;
    private final FloorKafka kafka;
    private final FloorThreads threads;

    private FloorProgram(ProgramSettings settings, FloorHttp http, FloorQuery query, Reading reading) {
        this.settings = settings;
        this.http = http;
        this.query = query;
        this.reading = reading;
        this.kafka = new FloorKafka(settings.brokers());
        this.threads = new FloorThreads(settings.concurrency());
    }

    /** As fast as we can. */
    static FloorProgram fastest(ProgramSettings settings) {
        FloorHttp http = FloorHttp.minimal(settings.url(), settings.concurrency());
        FloorQuery query = FloorQuery.of(settings, http);
        return new FloorProgram(settings, http, query, query::read);
    }

    /** With the same threads and the same producer, and HttpClient and Jackson as one takes them off the shelf. */
    static FloorProgram plain(ProgramSettings settings) {
        FloorHttp http = FloorHttp.usual(settings.url(), settings.concurrency());
        return new FloorProgram(
                settings, http, FloorQuery.of(settings, http), PlainReading.of(settings.workload())::read);
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

    private int publish(byte[] reply, CardRecords records) throws IOException {
        records.answered();
        return reading.read(reply, records);
    }

    private interface Reading {
        int read(byte[] reply, CardRecords records) throws IOException;
    }
}
