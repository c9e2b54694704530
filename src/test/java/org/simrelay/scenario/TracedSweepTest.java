package org.simrelay.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.sweep.SweepListeners;
import org.simrelay.trace.KeptSpans;

/** A sweep of the real routes that is traced: its spans, and nothing of them in Kafka's records or the vendor's requests. */
final class TracedSweepTest extends RealRoutes {

    private static final String CARD = "898604712345678";
    private static final String TOKEN = "canary-token-of-spans";
    private static final List<String> CARRIERS =
            List.of("traceparent", "tracestate", "baggage", "b3", "uber-trace-id", "cameltraceid", "camelspanid");

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final KeptSpans spans = new KeptSpans(exported);
    private final AtomicBoolean refuses = new AtomicBoolean(true);
    private final Set<String> sent = new ConcurrentSkipListSet<>();

    private final Set<String> writtenTo = new ConcurrentSkipListSet<>();

    @TempDir
    private Path temp;

    @SuppressWarnings("NullAway.Init")
    private HttpServer vendor;

    /** Even what a tracer would write into every message that goes to an endpoint stays inside. */
    private void writeIntoMessages() {
        EventNotifierSupport writer = new EventNotifierSupport() {
            @Override
            public void notify(CamelEvent event) {
                if (event instanceof CamelEvent.ExchangeSendingEvent sending) {
                    CARRIERS.forEach(name -> sending.getExchange().getMessage().setHeader(name, "canary"));
                    writtenTo.add(sending.getEndpoint().getEndpointUri().replaceFirst(":.*", ""));
                }
            }
        };
        writer.start();
        context.getManagementStrategy().addEventNotifier(writer);
    }

    @Test
    void aTraceASweepAndNothingOfItElsewhere() throws Exception {
        context.getRegistry()
                .lookupByNameAndType("sweepListeners", SweepListeners.class)
                .add(spans.listener());
        writeIntoMessages();
        sweep("iotbos-usage");
        assertThat(writtenTo).contains("http", "kafka");
        List<SpanData> all = exported.getFinishedSpanItems();
        Map<String, SpanData> byId = all.stream().collect(Collectors.toMap(SpanData::getSpanId, Function.identity()));
        assertThat(all)
                .extracting(span -> path(span, byId))
                .containsExactlyInAnyOrder(
                        "sweep iotbos-usage",
                        "sweep iotbos-usage > request",
                        "sweep iotbos-usage > request > attempt",
                        "sweep iotbos-usage > request > attempt");
        assertThat(all).extracting(SpanData::getTraceId).containsOnly(all.get(0).getTraceId());
        assertThat(all.toString())
                .contains("simrelay.outcome=\"reauth\"", "simrelay.outcome=\"ok\"", "simrelay.result=\"complete\"")
                .contains("****5678 does not fit ***")
                .doesNotContain(CARD, TOKEN, IOTBOS_SECRET);
        assertThat(ends()).extracting(end -> end.path("outcome").asText()).containsExactly("complete");
        assertThat(records()).isNotEmpty().allSatisfy(record -> assertThat(
                        record.headers().keySet())
                .allSatisfy(name -> assertThat(name).matches("ce_[a-z]+|content-type")));
        assertThat(sent).isNotEmpty().doesNotContainAnyElementsOf(CARRIERS);
    }

    private static String path(SpanData span, Map<String, SpanData> byId) {
        SpanData parent = byId.get(span.getParentSpanId());
        return parent == null ? span.getName() : path(parent, byId) + " > " + span.getName();
    }

    private void answer(HttpExchange call) throws IOException {
        call.getRequestHeaders().keySet().forEach(name -> sent.add(name.toLowerCase(Locale.ROOT)));
        String reply;
        if (call.getRequestURI().getPath().equals("/Api/token")) {
            reply = "{\"status\":1,\"createtime\":\"2026/11/22 16:00:00\",\"data\":{\"accessToken\":\"" + TOKEN
                    + "\",\"expiresTime\":\"2026/11/22 18:00:00\"}}";
        } else if (refuses.getAndSet(false)) {
            reply = "{\"status\":0,\"info\":\"" + CARD + " does not fit " + TOKEN + "\"}";
        } else {
            reply = "{\"status\":1,\"data\":{\"date\":[{\"num\":\"" + CARD
                    + "\",\"State\":1,\"SmsCount\":1,\"UseFlow\":2}]}}";
        }
        byte[] body = reply.getBytes(StandardCharsets.UTF_8);
        call.sendResponseHeaders(200, body.length);
        call.getResponseBody().write(body);
        call.close();
    }

    @Override
    protected void setupResources() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        vendor.createContext("/", this::answer);
        vendor.start();
        Path cards = Files.writeString(temp.resolve("cards.csv"), CARD + "\n");
        prepare(
                Map.of(
                        "iotbos.url",
                        "http://127.0.0.1:" + vendor.getAddress().getPort(),
                        "cards.file",
                        cards.toString()),
                List.of());
    }

    @Override
    protected void cleanupResources() {
        spans.close();
        vendor.stop(0);
    }
}
