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

/**
 * One set of a vendor's credentials and all that is one per account over all its polls: gate, session, transaction ids.
 */
public final class Account {

    private final String vendor;
    private final String name;
    private final String source;
    private final Settings settings;
    private final Gate gate;
    private final PaceDemand demand;
    private final RequestThreads threads;
    private final Session session;
    private final CardFlow cardFlow = new CardFlow();
    private final Clock clock;
    private final Clock monotonic;
    private final Patience patience;
    private final InFlightBytes inFlightBytes;
    private final int transactionOffset;
    // read once: a change takes effect at the next start, and a file is not read for each signature
    private final Map<String, String> credentials = new ConcurrentHashMap<>();
    private final Set<String> secretFields = ConcurrentHashMap.newKeySet();
    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile @Nullable TransactionIds transactionIds;

    Account(
            String vendor,
            String name,
            Settings settings,
            Clock clock,
            Clock monotonic,
            InFlightBytes inFlightBytes,
            int transactionOffset) {
        this.vendor = vendor;
        this.name = name;
        this.source = "/" + vendor + "/" + name;
        this.settings = settings;
        this.clock = clock;
        this.monotonic = monotonic;
        this.inFlightBytes = inFlightBytes;
        this.transactionOffset = transactionOffset;
        double perSecond = settings.positive(key("requests-per-second"));
        this.patience = Patience.of(settings, vendor, perSecond);
        this.gate = new Gate(
                vendor + "." + name,
                perSecond,
                settings.integer(key("concurrency"), 1, 1024),
                new Budget(settings.optional(key("requests-per-day"), 1), clock, monotonic),
                patience.call(),
                patience.attempt(),
                monotonic);
        this.demand = new PaceDemand(vendor + "." + name, gate.perSecond());
        this.threads = new RequestThreads(vendor + "." + name, gate.concurrency());
        this.session = new Session(monotonic, pause -> Thread.sleep(pause.toMillis()), patience.login());
    }

    /** The setting {@code <vendor>.<account>.<field>}. */
    public String credential(String field) {
        return credentials.computeIfAbsent(field, name -> settings.require(key(name)));
    }

    /** A credential that must be masked wherever it may show. */
    public String secret(String field) {
        String value = credential(field);
        if (secretFields.add(field)) {
            Secrets.process().add(value);
        }
        return value;
    }

    /** Masks a token wherever it may show, until a hundred others have followed it. */
    public void mask(String secret) {
        Secrets.process().addRecent(source, secret);
    }

    /** True the first time a warning of this name is due. */
    public boolean warnOnce(String warning) {
        return warned.add(warning);
    }

    /** The ids of this account's signed requests. */
    public synchronized TransactionIds transactionIds() {
        TransactionIds ids = transactionIds;
        if (ids == null) {
            String instance = credential("instance");
            if (!instance.matches("[0-9]{2}")) {
                throw new SettingsException(
                        key("instance") + " is " + Quoted.of(instance) + " but must be two digits; mend it");
            }
            ids = new TransactionIds(clock, instance, transactionOffset);
            transactionIds = ids;
        }
        return ids;
    }

    /** What every request of this account passes. */
    public Gate gate() {
        return gate;
    }

    /** How long its requests and sweeps may wait for what. */
    public Patience patience() {
        return patience;
    }

    /** Tells durations, whatever is done to the machine's clock. */
    public Clock monotonic() {
        return monotonic;
    }

    /** What its polls need of the gate's pace. */
    public PaceDemand demand() {
        return demand;
    }

    /** The threads its requests run on. */
    public RequestThreads threads() {
        return threads;
    }

    /** What its sweeps may have on their way to Kafka, beside those of all accounts. */
    public InFlightBytes inFlightBytes() {
        return inFlightBytes;
    }

    /** Whether cards still come through, over all its polls. */
    public CardFlow cardFlow() {
        return cardFlow;
    }

    /** This account's token. */
    public Session session() {
        return session;
    }

    /** The account's name, as in its settings. */
    public String name() {
        return name;
    }

    /** The CloudEvents source of what this account answers: {@code /<vendor>/<account>}. */
    public String source() {
        return source;
    }

    String key(String field) {
        return vendor + "." + name + "." + field;
    }
}
