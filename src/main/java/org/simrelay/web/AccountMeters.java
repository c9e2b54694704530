package org.simrelay.web;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.ToDoubleFunction;
import org.simrelay.account.Account;
import org.simrelay.account.Budget;
import org.simrelay.account.Gate;

/**
 * The meters of an account: whether this process has it, its breaker, and its budget where it has one. Read when they are asked for; where
 * another process has the account, breaker and budget are that one's to tell.
 */
final class AccountMeters {

    private static final List<String> STATES = List.of("closed", "open", "half_open");

    private AccountMeters() {}

    static void bind(MeterRegistry registry, Account account, BooleanSupplier here) {
        Tags tags = Tags.of("vendor", account.vendor(), "account", account.name());
        Gate gate = account.gate();
        gauge(
                registry,
                "simrelay.account.owned",
                "1 where this process has the account; exactly one process has",
                tags,
                gate,
                now -> here.getAsBoolean() ? 1 : 0);
        for (String state : STATES) {
            gauge(
                    registry,
                    "simrelay.breaker.state",
                    "1 for the state that the account's breaker is in: open while the vendor does not answer",
                    tags.and("state", state),
                    gate,
                    now -> !here.getAsBoolean() ? Double.NaN : now.breaker().equals(state) ? 1 : 0);
        }
        Long perDay = gate.budget().perDay();
        if (perDay != null) {
            gauge(
                    registry,
                    "simrelay.budget.limit",
                    "requests that the account may send a day",
                    tags,
                    gate,
                    g -> perDay);
            gauge(
                    registry,
                    "simrelay.budget.left",
                    "requests that the account may still send today (Asia/Shanghai)",
                    tags,
                    gate,
                    now -> here.getAsBoolean() ? left(now.budget()) : Double.NaN);
        }
    }

    private static double left(Budget budget) {
        Long left = budget.left();
        return left == null ? Double.NaN : left;
    }

    private static void gauge(
            MeterRegistry registry, String name, String what, Tags tags, Gate gate, ToDoubleFunction<Gate> value) {
        var unused = Gauge.builder(name, gate, value)
                .description(what)
                .tags(tags)
                .strongReference(true)
                .register(registry);
    }
}
