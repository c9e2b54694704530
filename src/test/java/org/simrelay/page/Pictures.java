package org.simrelay.page;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.simrelay.status.OpenItem;
import org.simrelay.status.OpenTotal;

/** Pictures of a service in which something is wrong everywhere. */
final class Pictures {

    static final String CARD = "1064876543210";
    static final String MARKUP = "<img src=x onerror=alert(1)>";

    private static final Instant SINCE = Instant.parse("2026-11-22T07:00:00Z");
    private static final OwnerView HERE = new OwnerView("one-1-a", "one:8077", SINCE, true);
    private static final OwnerView AWAY = new OwnerView("two-2-b", "two:8077", SINCE, false);

    private Pictures() {}

    private static LastEnd end(
            String poll, String outcome, @org.jspecify.annotations.Nullable String reason, Instant at) {
        return new LastEnd(poll + "@" + at, outcome, reason, at, 3000L, 2900, 90, 10, true);
    }

    /** One of each state. */
    static Picture of(Instant now, boolean kafkaAnswers) {
        Instant before = now.minusSeconds(1_500);
        SweepNow sweep = new SweepNow(
                "iotbos-usage@" + now.minusSeconds(60),
                now.minusSeconds(60),
                3000L,
                200,
                1_000,
                3,
                now.plusSeconds(90));
        SweepNow stuck =
                new SweepNow("iotbos.b@" + now.minusSeconds(600), now.minusSeconds(600), null, 100, 0, 0, null);
        OpenTotal open = new OpenTotal(2, 60);
        List<PollView> polls = List.of(
                new PollView(
                        "cmiot-arrearage",
                        "main",
                        State.IDLE,
                        null,
                        null,
                        null,
                        null,
                        end("cmiot-arrearage", "complete", null, before),
                        before,
                        now.plusSeconds(300),
                        OpenTotal.NONE,
                        HERE),
                new PollView(
                        "iotbos-usage",
                        "main",
                        State.RUNNING,
                        null,
                        null,
                        null,
                        sweep,
                        end("iotbos-usage", "partial", "card " + CARD + " is refused: " + MARKUP, before),
                        now.minusSeconds(90_000),
                        now.plusSeconds(100),
                        open,
                        HERE),
                new PollView(
                        "iotbos-balance",
                        "second",
                        State.WAITING,
                        WaitsFor.VENDOR,
                        null,
                        null,
                        stuck,
                        null,
                        null,
                        now.plusSeconds(20),
                        OpenTotal.NONE,
                        AWAY),
                new PollView(
                        "iotbos-state",
                        "main",
                        State.PAUSED,
                        null,
                        null,
                        before,
                        null,
                        end("iotbos-state", "skipped", "paused", now.minusSeconds(3)),
                        before,
                        now.plusSeconds(50_000),
                        OpenTotal.NONE,
                        null),
                PollView.off("onelink-dayusage", "onelink.enabled"));
        List<AccountView> accounts = List.of(
                new AccountView(
                        "cmiot",
                        "main",
                        "closed",
                        5,
                        4,
                        0,
                        0,
                        null,
                        null,
                        Map.of("ok", 412L),
                        now.minusSeconds(9),
                        HERE),
                new AccountView(
                        "iotbos",
                        "main",
                        "open",
                        0.5,
                        4,
                        4,
                        12,
                        100_000L,
                        0L,
                        Map.of("ok", 10L, "transient", 1_234L),
                        null,
                        HERE),
                new AccountView("iotbos", "second", null, 2, 4, null, null, 5_000L, null, Map.of(), null, AWAY));
        List<OpenItem> failures = List.of(
                new OpenItem(
                        "iotbos-usage@x/1",
                        "iotbos-usage",
                        "iotbos-usage",
                        "main",
                        "iotbos-usage@" + before,
                        "rejected",
                        "E17",
                        "the vendor says " + MARKUP + " of " + CARD,
                        8,
                        List.of(CARD, "1064876543211"),
                        50L,
                        before),
                new OpenItem(
                        "iotbos-usage@x/2",
                        "iotbos-usage",
                        "iotbos-usage",
                        "main",
                        "iotbos-usage@" + before,
                        "later",
                        null,
                        "a page stayed unread",
                        0,
                        List.of(),
                        null,
                        before));
        return new Picture(
                now,
                before,
                kafkaAnswers,
                now.minusSeconds(kafkaAnswers ? 1 : 40),
                true,
                polls,
                accounts,
                open,
                false,
                failures);
    }
}
