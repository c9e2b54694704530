package org.simrelay.check;

import java.util.Set;

/** The names of the service's own metrics; histograms have them with _bucket, _count and _sum behind. */
public final class MetricNames {

    public static final Set<String> ALL = Set.of(
            "simrelay_account_owned",
            "simrelay_breaker_state",
            "simrelay_budget_left",
            "simrelay_budget_limit",
            "simrelay_cards_published_total",
            "simrelay_failures_open",
            "simrelay_kafka_acknowledgement_max_seconds",
            "simrelay_kafka_acknowledgement_seconds",
            "simrelay_kafka_up",
            "simrelay_logins_total",
            "simrelay_requests_seconds",
            "simrelay_retries_total",
            "simrelay_sweep_age_seconds",
            "simrelay_sweep_expected_cards",
            "simrelay_sweep_expected_end_timestamp_seconds",
            "simrelay_sweep_failed_cards",
            "simrelay_sweep_period_seconds",
            "simrelay_sweep_published_cards",
            "simrelay_sweep_running",
            "simrelay_sweep_unchanged_cards",
            "simrelay_sweeps_total",
            "simrelay_unmapped_texts_total");

    private MetricNames() {}

    /** Without what a histogram or a gauge of the greatest has behind its name. */
    public static String plain(String name) {
        return name.replaceFirst("_(bucket|count|sum|max|created)$", "");
    }
}
