package org.simrelay.account;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;

/** The accounts, each made when it is first asked for and kept for the life of the service, over all reloads. */
public final class Accounts {

    /** The name of a vendor's account: each has this one. */
    public static final String FIRST = "main";

    private static final Splitter NAMES =
            Splitter.on(CharMatcher.anyOf(" ,")).omitEmptyStrings().trimResults();

    private final Settings settings;
    private final Clock clock;
    private final Clock monotonic;
    private final RandomGenerator random;
    private final InFlightBytes inFlightBytes = new InFlightBytes();
    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final LeaseSwitch lease = new LeaseSwitch();

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

    /** The names of a vendor's accounts, in the order of {@code <vendor>.accounts}; {@link #FIRST} where it is not set. */
    public List<String> names(String vendor) {
        return names(settings, vendor);
    }

    /** The names in a list of accounts. */
    public static List<String> split(String list) {
        return NAMES.splitToList(list);
    }

    /**
     * The names of a vendor's accounts.
     *
     * @throws SettingsException for one that can be no part of a key
     */
    public static List<String> names(Settings settings, String vendor) {
        String key = vendor + ".accounts";
        List<String> names = split(settings.find(key).orElse(FIRST));
        for (String name : names) {
            if (!name.matches("[a-z0-9][a-z0-9-]*")) {
                throw new SettingsException(key + " names " + Quoted.of(name)
                        + ", but a name has small letters, digits and hyphens only; mend " + settings.place(key));
            }
        }
        if (names.isEmpty()) {
            throw new SettingsException(key + " names no account; name one, or switch the vendor off");
        }
        return names.stream().distinct().toList();
    }

    /** The account {@code <vendor>.<name>} of the settings. */
    public Account of(String vendor, String name) {
        return accounts.computeIfAbsent(
                vendor + "." + name,
                k -> new Account(
                        vendor, name, settings, clock, monotonic, inFlightBytes, random.nextInt(1_000_000), lease));
    }

    /** Which of them are this process's is said by this from now on; all of them before. */
    public void leasedBy(Lease given) {
        lease.to(given);
    }

    /** Which of them are this process's, as it is said at the time. */
    public Lease lease() {
        return lease;
    }

    /** The sources, {@code /<vendor>/<account>}, of all accounts that these polls run for. */
    public Set<String> sources(Collection<String> polls) {
        return polls.stream()
                .map(RouteFiles::vendor)
                .flatMap(vendor ->
                        names(vendor).stream().map(name -> of(vendor, name).source()))
                .collect(Collectors.toSet());
    }
}
