package org.simrelay.chaos.judge;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.simrelay.sandbox.vendor.FaultKind;
import org.simrelay.sandbox.vendor.SeenRequest;

/** What is published of a card is what the vendor said of it; "missing" is said only of a card that a readable reply lacked. */
final class ValueRule implements Rule {
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(new JsonNodeFactory(true));

    /** With one of these a reply still says which cards it lacks. */
    private static final Set<FaultKind> READABLE = EnumSet.of(FaultKind.MISSING_CARD, FaultKind.STRAY_CARD);

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        Map<String, Map<String, @Nullable String>> truths = new HashMap<>();
        for (SweepFacts sweep : evidence.sweeps().values()) {
            String poll = sweep.poll();
            for (Read event : sweep.events().values()) {
                if (SweepFacts.isCleared(event)) {
                    continue;
                }
                if (event.field("result").equals("missing")) {
                    missing(evidence, sweep, event, found);
                } else if (!isHuge(evidence, event.key())) {
                    Map<String, @Nullable String> truth =
                            truths.computeIfAbsent(poll + " " + event.key(), k -> truth(evidence, poll, event.key()));
                    equal(event, truth, found);
                }
            }
        }
    }

    private static void equal(Read event, Map<String, @Nullable String> truth, Consumer<Finding> found) {
        truth.forEach((field, value) -> {
            if (!Objects.equals(value, Expected.text(event.value().path(field)))
                    || !event.value().has(field)) {
                found.accept(new Finding("value", field + " is not " + value + ": " + event));
            }
        });
    }

    private static void missing(Evidence evidence, SweepFacts sweep, Read event, Consumer<Finding> found) {
        String path = Expected.path(sweep.poll());
        boolean lacked = evidence.seen().stream()
                .filter(s -> s.path().endsWith("/" + path) && !s.at().isBefore(sweep.from()))
                .anyMatch(s -> lacks(s, event.key()));
        if (!lacked) {
            found.accept(new Finding("missing", "no readable reply lacked the card: " + event));
        }
    }

    /** Whether a readable answer lacked a card that it was asked for. */
    static boolean lacks(SeenRequest seen, String card) {
        return seen.http() == 200
                && seen.status().equals("1")
                && (seen.fault() == null || READABLE.contains(seen.fault()))
                && seen.cards().contains(card)
                && !seen.given().contains(card);
    }

    private static boolean isHuge(Evidence evidence, String card) {
        return evidence.story().steps().stream()
                .anyMatch(s -> s.act().kind().equals("card/huge-value")
                        && s.act().text().contains(card));
    }

    private static Map<String, @Nullable String> truth(Evidence evidence, String poll, String card) {
        try {
            return Expected.of(poll, card, JSON.readTree(evidence.truth().item(Expected.path(poll), card)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
