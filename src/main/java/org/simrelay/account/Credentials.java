package org.simrelay.account;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.mask.Quoted;
import org.simrelay.mask.Secrets;

/** What an account is known by to its vendor: what its settings say, read once, and what is made of it. */
public final class Credentials {

    private final String prefix;
    private final String source;
    private final Settings settings;
    private final Clock clock;
    private final int transactionOffset;
    // a change takes effect at the next start, and a file is not read for each signature
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final Set<String> secretFields = ConcurrentHashMap.newKeySet();
    private @Nullable TransactionIds transactionIds;
    private long beyond;

    /**
     * @param prefix of its settings, {@code <vendor>.<account>.}
     * @param source {@code /<vendor>/<account>}
     * @param transactionOffset where the counter of its transaction ids begins in each second
     */
    Credentials(String prefix, String source, Settings settings, Clock clock, int transactionOffset) {
        this.prefix = prefix;
        this.source = source;
        this.settings = settings;
        this.clock = clock;
        this.transactionOffset = transactionOffset;
    }

    /**
     * The setting {@code <vendor>.<account>.<field>}.
     *
     * @throws SettingsException when it is not set
     */
    public String value(String field) {
        return values.computeIfAbsent(field, name -> settings.require(prefix + name));
    }

    /** A value that must be masked wherever it may show. */
    public String secret(String field) {
        String value = value(field);
        if (secretFields.add(field)) {
            Secrets.process().add(value);
        }
        return value;
    }

    /** Masks a token wherever it may show, until a hundred others have followed it. */
    public void mask(String token) {
        Secrets.process().addRecent(source, token);
    }

    /** The last second that its transaction ids have used, since 1970; 0 where it has none. */
    public synchronized long lastSecond() {
        TransactionIds ids = transactionIds;
        return ids == null ? beyond : ids.lastSecond();
    }

    /** Another process has used transaction ids up to this second. */
    public synchronized void beyond(long second) {
        beyond = Math.max(beyond, second);
        if (transactionIds != null) {
            transactionIds.beyond(beyond);
        }
    }

    /**
     * The ids of this account's signed requests.
     *
     * @throws SettingsException when its setting {@code instance} is not two digits
     */
    public synchronized TransactionIds transactionIds() {
        TransactionIds ids = transactionIds;
        if (ids == null) {
            String instance = value("instance");
            if (!instance.matches("[0-9]{2}")) {
                throw new SettingsException(
                        prefix + "instance is " + Quoted.of(instance) + " but must be two digits; mend it");
            }
            ids = new TransactionIds(clock, instance, transactionOffset);
            ids.beyond(beyond);
            transactionIds = ids;
        }
        return ids;
    }
}
