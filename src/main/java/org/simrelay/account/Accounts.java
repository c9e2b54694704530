package org.simrelay.account;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.simrelay.config.Settings;

/** The accounts, each made when it is first asked for and kept for the life of the service, over all reloads. */
public final class Accounts {

    /** The name of a vendor's account: each has this one. */
    public static final String FIRST = "main";

    private final Settings settings;
    private final Clock clock;
    private final Clock monotonic;
    private final RandomGenerator random;
    private final InFlightBytes inFlightBytes = new InFlightBytes();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();

    /**
     * @param clock the machine's: days and signatures
     * @param monotonic for durations
     */
    public Accounts(Settings settings, Clock clock, Clock monotonic, RandomGenerator random) {
        this.settings = settings;
        this.clock = clock;
        this.monotonic = monotonic;
        this.random = random;
    }

    /** The account {@code <vendor>.<name>} of the settings. */
    public Account of(String vendor, String name) {
        return accounts.computeIfAbsent(
                vendor + "." + name,
                k -> new Account(vendor, name, settings, clock, monotonic, inFlightBytes, random.nextInt(1_000_000)));
    }
}
