package org.simrelay.bench.program;

/** The floor's requests, whose replies nobody reads. */
final class FetchProgram implements Program {

    private final ProgramSettings settings;
    private final FloorHttp http;
    private final FloorQuery query;
    private final FloorThreads threads;

    FetchProgram(ProgramSettings settings) {
        this.settings = settings;
        this.http = FloorHttp.minimal(settings.url(), settings.concurrency());
        this.query = FloorQuery.of(settings, http);
        this.threads = new FloorThreads(settings.concurrency());
    }

    @Override
    public long sweep() throws Exception {
        threads.ask(query.paths(settings.cards()), http, () -> reply -> 0);
        return settings.cards();
    }
}
