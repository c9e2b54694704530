package org.simrelay.bench.program;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** Requests side by side by one endpoint, compressed records in batches; a record is an exchange still. */
final class TunedRoutes extends RouteBuilder {

    private final ProgramSettings settings;
    private final ExecutorService threads;

    TunedRoutes(ProgramSettings settings) {
        this.settings = settings;
        this.threads = Executors.newFixedThreadPool(settings.concurrency());
    }

    @Override
    public void configure() {
        CamelMapping mapping = CamelMapping.of(settings.workload());
        from("direct:sweep")
                .split(body())
                .streaming()
                .parallelProcessing()
                .executorService(threads)
                .stopOnException()
                .process(TunedRoutes::address)
                .to(settings.url() + "?httpMethod=GET&connectionsPerRoute=" + settings.concurrency()
                        + "&maxTotalConnections=" + settings.concurrency())
                .unmarshal()
                .json()
                .removeHeaders("*")
                .split(simple(mapping.items()))
                .stopOnException()
                .process(mapping)
                .marshal()
                .json()
                .to("kafka:" + settings.workload().topic() + "?brokers=" + settings.brokers()
                        + "&lingerMs=10&compressionCodec=lz4");
    }

    private static void address(Exchange exchange) {
        String[] parts = exchange.getMessage().getBody(String.class).split("\\?", 2);
        exchange.getMessage().setBody(null);
        exchange.getMessage().setHeader(Exchange.HTTP_PATH, parts[0]);
        exchange.getMessage().setHeader(Exchange.HTTP_RAW_QUERY, parts[1]);
    }
}
