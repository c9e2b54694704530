package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.sandbox.vendor.Cards;
import org.simrelay.sandbox.vendor.SimulatorConfig;
import org.simrelay.sandbox.vendor.VendorSimulator;

/** A request whose answer has come is asked, and its cards are published, no second time: not where a step breaks over it, nor where a route has a step twice. */
final class AnsweredOnceTest extends RealRoutes {

    private static final List<String> CARDS = Cards.inventory(120);

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private VendorSimulator vendor;

    @Test
    @Timeout(120)
    void whoseReadingBreaks() throws Exception {
        edit(
                "routes/vendors/iotbos-call.camel.yaml",
                "(?m)^( *)- process:\\n *ref: findItems\\n.*\\n",
                "$0$1- setBody: {constant: x}\n");
        Accounted sweep = swept();
        assertThat(sweep.failed()).containsExactlyInAnyOrderElementsOf(CARDS);
        assertThat(sweep.number("retries")).as(sweep.end().toString()).isZero();
    }

    @Test
    @Timeout(120)
    void whoseStepStandsTwice() throws Exception {
        edit(
                "routes/shared/sweep.camel.yaml",
                "(?m)^( *)- to:\\n *uri: direct:request\\n",
                "$0$1- to: {uri: direct:request}\n");
        Accounted sweep = swept();
        assertThat(values("sim.usage").stream().map(card -> card.path("card").asText()))
                .containsExactlyInAnyOrderElementsOf(CARDS);
        assertThat(sweep.number("published")).as(sweep.end().toString()).isEqualTo(CARDS.size());
    }

    private Accounted swept() throws Exception {
        signatures();
        String name = "iotbos-usage@" + clock.instant();
        sweep("iotbos-usage");
        return Accounted.of(name, records());
    }

    private void edit(String route, String regex, String replacement) throws Exception {
        Path file = Path.of(route);
        String shipped = Files.readString(file);
        String edited = shipped.replaceFirst(regex, replacement);
        assertThat(edited).isNotEqualTo(shipped);
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(ResourceHelper.fromString("file:" + file, edited)));
    }

    @Override
    protected void setupResources() throws IOException {
        Path file = Files.write(temp.resolve("cards.csv"), CARDS);
        vendor = VendorSimulator.start(
                new SimulatorConfig().iotbos(ACCOUNT, IOTBOS_SECRET).arrears(0).clock(clock));
        prepare(Map.of("iotbos.url", vendor.iotbosUrl(), "cards.file", file.toString()), List.of());
    }

    @Override
    protected void cleanupResources() {
        vendor.close();
    }
}
