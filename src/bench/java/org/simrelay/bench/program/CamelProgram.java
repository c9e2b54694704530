package org.simrelay.bench.program;

import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.jspecify.annotations.Nullable;

/** Camel without this service: routes that are given the paths to ask, one by one. */
final class CamelProgram implements Program {

    private final ProgramSettings settings;
    private final FloorQuery query;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final ProducerTemplate template;

    private CamelProgram(ProgramSettings settings, Function<ProgramSettings, RoutesBuilder> routes) throws Exception {
        this.settings = settings;
        this.query = FloorQuery.of(settings, FloorHttp.minimal(settings.url(), 1));
        context.addRoutes(routes.apply(settings));
        context.start();
        this.template = context.createProducerTemplate();
    }

    static CamelProgram stock(ProgramSettings settings) throws Exception {
        return new CamelProgram(settings, StockRoutes::new);
    }

    static CamelProgram tuned(ProgramSettings settings) throws Exception {
        return new CamelProgram(settings, TunedRoutes::new);
    }

    @Override
    public long sweep() throws Exception {
        Iterator<String> paths = iterator(query.paths(settings.cards()));
        Exchange done =
                template.send("direct:sweep", exchange -> exchange.getMessage().setBody(paths));
        if (done.getException() != null) {
            throw done.getException();
        }
        return settings.cards();
    }

    private static Iterator<String> iterator(Supplier<@Nullable String> paths) {
        return Stream.generate(paths).takeWhile(path -> path != null).iterator();
    }
}
