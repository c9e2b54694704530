package org.simrelay.bench.program;

import org.apache.camel.builder.RouteBuilder;

/** One request after the other by a dynamic endpoint, one record after the other with Kafka's component as it comes. */
final class StockRoutes extends RouteBuilder {

    private final ProgramSettings settings;

    StockRoutes(ProgramSettings settings) {
        this.settings = settings;
    }

    @Override
    public void configure() {
        CamelMapping mapping = CamelMapping.of(settings.workload());
        from("direct:sweep")
                .split(body())
                .streaming()
                .stopOnException()
                .toD(settings.url() + "${body}")
                .unmarshal()
                .json()
                .split(simple(mapping.items()))
                .stopOnException()
                .process(mapping)
                .marshal()
                .json()
                .to("kafka:" + settings.workload().topic() + "?brokers=" + settings.brokers());
    }
}
