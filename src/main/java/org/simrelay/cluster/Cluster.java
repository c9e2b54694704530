package org.simrelay.cluster;

import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.camel.CamelContext;
import org.apache.camel.component.platform.http.vertx.VertxPlatformHttpServer;
import org.apache.camel.spi.Registry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.lifecycle.SweepEnds;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.records.Ledger;
import org.simrelay.records.Ledgers;

/**
 * This process among those that run the same accounts: Kafka's group coordinator says which of them has which account. A process alone
 * is a group of one.
 */
public final class Cluster implements AutoCloseable {

    private final GroupThread thread;
    private final Takes takes;

    private Cluster(GroupThread thread, Takes takes) {
        this.thread = thread;
        this.takes = takes;
    }

    /**
     * Joins the group with the accounts of all polls, for a service whose routes are there. Each account's sweeps go on, and what fell
     * due begins, as soon as the account is this process's.
     *
     * @param fatal is told why this process cannot be a member any more
     */
    public static Cluster join(Installation home, CamelContext context, Clock clock, Consumer<String> fatal) {
        Registry beans = context.getRegistry();
        Accounts accounts = beans.lookupByNameAndType("accounts", Accounts.class);
        Ledgers ledgers = beans.lookupByNameAndType("ledgers", Ledgers.class);
        Sweeps sweeps = beans.lookupByNameAndType("sweeps", Sweeps.class);
        KafkaSettings settings = new KafkaSettings(home.settings());
        Self self = Self.of(home.settings(), listening(context));
        LeaseClock lease = new LeaseClock(System::nanoTime, clock);
        Tenures tenures = new Tenures(lease::holds);
        Places places = new Places(
                partitions(settings),
                new NamedAccounts(() -> accounts.sources(home.files().polls())));
        FormerSweeps former = new FormerSweeps(
                sweeps.running(), beans.lookupByNameAndType("sweepEnds", SweepEnds.class), new MonotonicClock());
        ServiceWork work = new ServiceWork(home, context, former, clock);
        Takes takes = new Takes(ledgers, places, tenures, self, work, clock);
        Hands hands = new Handover(tenures, takes, former, ledgers, work, clock);
        Watchdog watchdog = new Watchdog(
                tenures,
                account -> is(ledgers, account, Ledger::isBroken),
                account -> is(ledgers, account, Ledger::isSuspended),
                System::nanoTime);
        GroupThread thread = new GroupThread(
                onJoined -> {
                    var consumer = new KafkaConsumer<>(
                            GroupSettings.of(settings, self.fixed(), places::weights),
                            new ByteArrayDeserializer(),
                            new ByteArrayDeserializer());
                    return new Membership(
                            consumer, new Group(consumer, places, lease, tenures, hands, watchdog::left, onJoined));
                },
                watchdog,
                fatal,
                new StaticMember(settings, self.fixed()));
        ledgers.join(tenures, thread::member, places.partitions());
        accounts.leasedBy(tenures);
        thread.start();
        return new Cluster(thread, takes);
    }

    /** This process, as it calls itself to the others. */
    public static String instance(Settings settings) {
        return Self.of(settings, null).instance();
    }

    /**
     * Waits until the group has said what is this process's, and that is taken.
     *
     * @throws SettingsException where it can be no member, or an account cannot be taken
     */
    public void await() {
        StartWait.joined(thread.joining());
        StartWait.taken(takes.first());
    }

    /** Gives all accounts back, their sweeps suspended, and leaves the group. */
    @Override
    public void close() {
        thread.close();
        takes.close();
    }

    /** The port of its HTTP server; null where it has none. */
    private static @Nullable Integer listening(CamelContext context) {
        VertxPlatformHttpServer server = context.hasService(VertxPlatformHttpServer.class);
        return server == null ? null : (Integer) server.getServer().actualPort();
    }

    private static boolean is(Ledgers ledgers, String account, Predicate<Ledger> what) {
        Ledger ledger = ledgers.existing(account);
        return ledger != null && what.test(ledger);
    }

    private static int partitions(KafkaSettings settings) {
        try (GroupLook look = new GroupLook(settings)) {
            return look.partitions();
        }
    }
}
