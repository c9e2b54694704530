package org.simrelay.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.simrelay.mask.Secrets;

/** Wherever a span holds a secret or a card's number, what is exported does not. */
class MaskedSpansTest {

    private static final String SECRET = "canary-of-spans";
    private static final String CARD = "898604712345678";
    private static final String BOTH = "of " + CARD + " by " + SECRET;
    private static final String HIDDEN = "of ****5678 by ***";

    @BeforeAll
    static void secret() {
        Secrets.process().add(SECRET);
    }

    private static SpanData exported(String name, Consumer<Span> fill) {
        InMemorySpanExporter kept = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(new MaskedSpans(kept)))
                .build()) {
            SpanContext other = SpanContext.create(
                    "00000000000000000000000000000001",
                    "0000000000000001",
                    TraceFlags.getDefault(),
                    TraceState.getDefault());
            Span span = provider.get("test")
                    .spanBuilder(name)
                    .addLink(other, Attributes.of(AttributeKey.stringKey("why"), BOTH))
                    .startSpan();
            fill.accept(span);
            span.end();
            return kept.getFinishedSpanItems().get(0);
        }
    }

    @Test
    void everyPlaceOfASpan() {
        SpanData span = exported(BOTH, open -> {
            open.setAttribute("text", BOTH);
            open.setAttribute(SECRET, true);
            open.setAttribute(AttributeKey.stringArrayKey("texts"), List.of(BOTH, "plain"));
            open.setAttribute("number", Long.parseLong(CARD));
            open.setAttribute(AttributeKey.longArrayKey("numbers"), List.of(Long.parseLong(CARD)));
            open.addEvent(BOTH, Attributes.of(AttributeKey.stringKey("what"), BOTH));
            open.recordException(new IllegalStateException(BOTH, new IllegalArgumentException("within " + BOTH)));
            open.setStatus(StatusCode.ERROR, BOTH);
        });
        assertThat(span.getName()).isEqualTo(HIDDEN);
        assertThat(span.getStatus().getDescription()).isEqualTo(HIDDEN);
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.stringKey("text"), HIDDEN)
                .containsEntry(AttributeKey.booleanKey("***"), true)
                .containsEntry(AttributeKey.stringArrayKey("texts"), List.of(HIDDEN, "plain"))
                .containsEntry(AttributeKey.stringKey("number"), "****5678")
                .containsEntry(AttributeKey.stringArrayKey("numbers"), List.of("****5678"));
        assertThat(span.getLinks().get(0).getAttributes().asMap()).containsEntry(AttributeKey.stringKey("why"), HIDDEN);
        assertThat(span.getEvents()).hasSize(2);
        assertThat(span.getEvents().get(0).getName()).isEqualTo(HIDDEN);
        Attributes thrown = span.getEvents().get(1).getAttributes();
        assertThat(thrown.get(AttributeKey.stringKey("exception.message"))).isEqualTo(HIDDEN);
        assertThat(thrown.get(AttributeKey.stringKey("exception.stacktrace"))).contains("within " + HIDDEN);
        assertThat(span.getEvents().toString() + span.getAttributes() + span.getLinks() + span.getStatus())
                .doesNotContain(SECRET)
                .doesNotContain(CARD);
    }

    @Test
    void anAddressWhoseSecretsNobodyToldOf() {
        String address =
                "http://api.example/v2?token=untold1&password=untold2&sign=untold3&signature=untold4&iccid=" + CARD;
        SpanData span = exported("GET " + address, open -> open.setAttribute("url.full", address));
        assertThat(span.getName() + span.getAttributes())
                .doesNotContain("untold")
                .doesNotContain(CARD);
        assertThat(span.getAttributes().get(AttributeKey.stringKey("url.full")))
                .startsWith("http://api.example/v2?token=***&password=***&")
                .endsWith("iccid=****5678");
    }

    @Test
    void countsAndTimesStay() {
        SpanData span = exported("sweep iotbos-usage", open -> {
            open.setAttribute("published", 300_000L);
            open.setAttribute("sweep", "iotbos-usage@2026-11-22T08:00:00Z");
        });
        assertThat(span.getName()).isEqualTo("sweep iotbos-usage");
        assertThat(span.getAttributes().asMap())
                .containsEntry(AttributeKey.longKey("published"), 300_000L)
                .containsEntry(AttributeKey.stringKey("sweep"), "iotbos-usage@2026-11-22T08:00:00Z");
    }
}
