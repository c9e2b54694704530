package org.simrelay.chaos.judge;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A failure record has the contract's fields, bounded, and no card's number but those that it is about. */
final class FailureRule implements Rule {
    private static final List<String> FIELDS = List.of(
            "id",
            "status",
            "sweep",
            "poll",
            "request",
            "outcome",
            "code",
            "message",
            "attempts",
            "cards",
            "count",
            "reply");
    private static final Set<String> OUTCOMES = Set.of(
            "transient",
            "later",
            "quota",
            "reauth",
            "denied",
            "rejected",
            "batch",
            "card",
            "unknown",
            "invalid",
            "unpublished",
            "empty");
    private static final int REPLY = 1_000;
    private static final int LARGEST = 20_000;
    private static final Pattern NUMBER = Pattern.compile("\\d{13}");

    @Override
    public void look(Evidence evidence, Consumer<Finding> found) {
        for (Read failure : evidence.topic("sim.failures")) {
            if (!failure.text().isEmpty()) {
                form(failure, found);
                strangers(failure, found);
            }
        }
    }

    private static void form(Read failure, Consumer<Finding> found) {
        Set<String> fields = new HashSet<>();
        failure.value().fieldNames().forEachRemaining(fields::add);
        boolean counted = !failure.value().path("cards").isArray()
                || failure.value().path("cards").size()
                        == failure.value().path("count").asInt(-1);
        int cards = failure.value().path("cards").size();
        boolean right = fields.equals(Set.copyOf(FIELDS))
                && failure.key().equals(failure.field("id"))
                && OUTCOMES.contains(failure.field("outcome"))
                && failure.field("reply").length() <= REPLY
                && failure.text().length() <= LARGEST + 40 * cards
                && counted;
        if (!right) {
            found.accept(new Finding("failure-form", failure.toString()));
        }
        if (!failure.id().equals(failure.field("id") + "/" + failure.field("status"))) {
            found.accept(new Finding("failure-id", failure.toString()));
        }
    }

    private static void strangers(Read failure, Consumer<Finding> found) {
        Set<String> own = new HashSet<>();
        failure.value().path("cards").forEach(c -> own.add(c.asText()));
        if (own.isEmpty()) {
            return;
        }
        Stream.of("request", "message", "reply", "code").forEach(field -> {
            Matcher number = NUMBER.matcher(failure.field(field));
            while (number.find()) {
                if (number.group().startsWith("1064") && !own.contains(number.group())) {
                    found.accept(new Finding("other-card", field + " has " + number.group() + ": " + failure));
                    return;
                }
            }
        });
    }
}
