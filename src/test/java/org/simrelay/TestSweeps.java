package org.simrelay;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.simrelay.account.AccountNames;
import org.simrelay.account.Accounts;
import org.simrelay.config.Settings;
import org.simrelay.sweep.Sweep;
import org.simrelay.sweep.SweepId;

/** Sweeps as the shipped settings make them, with credentials of no vendor. */
public final class TestSweeps {

    /** When every sweep begins. */
    public static final String START = "2026-11-22T08:00:00Z";

    public static final String PASSWORD = "canary-password";

    private TestSweeps() {}

    /** The settings of {@code config/}, some of them overridden as the environment does it. */
    public static Settings settings(Map<String, String> environment) {
        Map<String, String> all = new HashMap<>(Map.of(
                "CMIOT_MAIN_APPID",
                "100001",
                "CMIOT_MAIN_PASSWORD",
                PASSWORD,
                "IOTBOS_MAIN_ACCOUNT",
                "tester",
                "IOTBOS_MAIN_PASSWORD",
                PASSWORD));
        all.putAll(environment);
        return Settings.load(Path.of("config", "application.properties"), all);
    }

    /** The accounts of the shipped vendors. */
    public static AccountNames accountNames() {
        return new AccountNames(settings(Map.of()), List.of("cmiot", "iotbos"));
    }

    /** A sweep of an account of its own. */
    public static Sweep of(String poll, Clock clock, Map<String, String> environment) {
        SweepId id = new SweepId(poll, Instant.parse(START));
        Accounts accounts = new Accounts(settings(environment), clock, clock, new Random(1));
        return new Sweep(id, accounts.of(id.vendor(), "main"), Instant.parse(START), null);
    }

    /** A sweep of an account of its own, as the settings are shipped. */
    public static Sweep of(String poll) {
        return of(poll, new MovingClock(START), Map.of());
    }
}
