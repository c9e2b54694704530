package org.simrelay.account;

import java.time.Clock;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.simrelay.config.Settings;

/**
 * One set of a vendor's credentials and all that is one per account over all its polls: credentials, gate, session.
 */
public final class Account {

    private final String vendor;
    private final String name;
    private final String source;
    private final CardsFile cardsFile;
    private final Credentials credentials;
    private final Gate gate;
    private final PaceDemand demand;
    private final RequestThreads threads;
    private final Session session;
    private final CardFlow cardFlow = new CardFlow();
    private final Clock monotonic;
    private final Patience patience;
    private final InFlightBytes inFlightBytes;
    private final LeaseWait lease;
    private final Set<String> warned = ConcurrentHashMap.newKeySet();

    Account(
            String vendor,
            String name,
            Settings settings,
            Clock clock,
            Clock monotonic,
            InFlightBytes inFlightBytes,
            int transactionOffset,
            Lease lease) {
        this.vendor = vendor;
        this.name = name;
        this.source = "/" + vendor + "/" + name;
        this.cardsFile = new CardsFile(settings, key("cards.file"));
        this.credentials = new Credentials(key(""), source, settings, clock, transactionOffset);
        this.monotonic = monotonic;
        this.inFlightBytes = inFlightBytes;
        double perSecond = settings.positive(key("requests-per-second"));
        this.patience = Patience.of(settings, vendor, perSecond);
        this.lease = new LeaseWait(lease, source, monotonic, patience.kafka());
        this.gate = new Gate(
                vendor + "." + name,
                perSecond,
                settings.integer(key("concurrency"), 1, 1024),
                new Budget(settings.optional(key("requests-per-day"), 1), clock, monotonic),
                patience.call(),
                patience.attempt(),
                monotonic,
                this.lease);
        this.demand = new PaceDemand(vendor + "." + name, gate.perSecond());
        this.threads = new RequestThreads(vendor + "." + name, gate.concurrency());
        this.session = new Session(monotonic, pause -> Thread.sleep(pause.toMillis()), patience.login());
    }

    /** What it is known by to the vendor. */
    public Credentials credentials() {
        return credentials;
    }

    /** Where the cards stand that are asked about with it. */
    public CardsFile cardsFile() {
        return cardsFile;
    }

    /** Whose account it is. */
    public String vendor() {
        return vendor;
    }

    /** Its name over all vendors: {@code <vendor>.<account>}. */
    public String id() {
        return vendor + "." + name;
    }

    /** True the first time a warning of this name is due. */
    public boolean warnOnce(String warning) {
        return warned.add(warning);
    }

    /** Whether this process has the account. */
    public LeaseWait lease() {
        return lease;
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
