package org.simrelay.cluster;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.EachTurn;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.lifecycle.StateRestorer;
import org.simrelay.records.LedgerEntry;
import org.simrelay.records.Ledgers;
import org.simrelay.records.Owner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command that asks with accounts which a service may run: it is no member of the group, and gives way to those that are. */
public final class Beside implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Beside.class);
    private static final int LOOK_SECONDS = 2;
    private static final int LOOKS_BETWEEN_WORDS = 10;

    private final GroupLook look;
    private final Places places;
    private final Registry beans;
    private final Self self;
    private final Clock clock;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "beside");
        made.setDaemon(true);
        return made;
    });
    private int looks;
    private volatile boolean takingOver;

    /**
     * Not watching yet.
     *
     * @param accounts those that the command asks with, {@code /<vendor>/<account>}
     */
    public Beside(Installation home, Registry beans, Collection<String> accounts, Clock clock) {
        this.look = new GroupLook(new KafkaSettings(home.settings()));
        this.beans = beans;
        this.self = Self.of(home.settings(), null);
        this.clock = clock;
        Set<String> own = new TreeSet<>(accounts);
        this.places = new Places(look.partitions(), () -> own);
    }

    /**
     * Makes sure that no service runs these accounts.
     *
     * @throws SettingsException naming owner and address where one does
     */
    public void refuse() {
        Set<String> run = places.in(look.assigned());
        if (!run.isEmpty()) {
            Map<String, Owner> owners = StateRestorer.read(beans).owners();
            throw new SettingsException(run.stream()
                    .map(account -> words(account, owners.get(account)))
                    .toList());
        }
    }

    /** Looks again every two seconds, and says once whose the accounts have become. */
    public void watch(Consumer<String> found) {
        every(() -> {
            Set<String> run = places.in(look.assigned());
            if (!run.isEmpty()) {
                thread.shutdown();
                found.accept("a service has taken " + String.join(", ", run) + " meanwhile");
            }
        });
    }

    /** The accounts are the command's though a service runs them, which waits for as long as this says so. */
    public void takeOver(Ledgers ledgers) {
        takingOver = true;
        say(ledgers, null);
        every(() -> {
            if (++looks % LOOKS_BETWEEN_WORDS == 0) {
                say(ledgers, null);
            }
        });
    }

    /** Whether it was told to take accounts over. */
    public boolean isTakingOver() {
        return takingOver;
    }

    /** The service may go on. */
    public void giveBack(Ledgers ledgers) {
        say(ledgers, clock.instant());
    }

    private void say(Ledgers ledgers, @Nullable Instant until) {
        Instant now = clock.instant();
        for (String account : places.accounts()) {
            Owner owner = new Owner(account, self.address(), Owner.COMMAND + self.instance(), now, until, 0);
            List<LedgerEntry> record = List.of(owner.entry(now));
            if (until == null) {
                var unused = ledgers.of(account).commit(record);
            } else {
                // it is over: the close that follows waits for all of them, and not for long
                ledgers.of(account).append(record);
            }
        }
    }

    private void every(Runnable what) {
        var unused = thread.scheduleWithFixedDelay(
                new EachTurn("who runs the accounts", () -> {
                    try {
                        what.run();
                    } catch (RuntimeException e) {
                        if (!thread.isShutdown()) {
                            LOG.warn("who runs the accounts cannot be seen now: {}", e.getMessage());
                        }
                    }
                }),
                LOOK_SECONDS,
                LOOK_SECONDS,
                TimeUnit.SECONDS);
    }

    private static String words(String account, @Nullable Owner owner) {
        String who = owner == null || owner.until() != null
                ? "a service"
                : "the service at " + owner.address() + " (" + owner.instance() + ", since " + owner.since() + ")";
        return account + " is run by " + who
                + ", and two that ask with it void each other's tokens; stop that one, or give --take-over, and it waits";
    }

    @Override
    public void close() {
        thread.shutdownNow();
        look.close();
    }
}
