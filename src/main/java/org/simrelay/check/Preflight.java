package org.simrelay.check;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.AccountNames;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.Topics;
import org.simrelay.mapping.Mappings;
import org.simrelay.source.InventoryBatches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.steps.UsesCredentials;

/** Looks at everything that can be wrong before a vendor is asked, and says all of it at once. */
public final class Preflight {

    private final Installation home;
    private final Problems problems = new Problems();
    private @Nullable PaceForecast forecast;

    public Preflight(Installation home) {
        this.home = home;
    }

    /** What the files say before Camel reads them. */
    public void files(List<String> polls) {
        new FilesCheck(home, problems).look(polls);
    }

    /** Whether Kafka answers, has the topics, and can and may do what is needed. */
    public void kafka() {
        Set<String> topics = topics(home.files().polls());
        topics.addAll(List.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS));
        Set<String> ids = new TreeSet<>();
        home.files().polls().stream().map(RouteFiles::vendor).distinct().forEach(vendor -> Accounts.names(
                        home.settings(), vendor)
                .forEach(name -> ids.add("simrelay-" + vendor + "-" + name)));
        KafkaSettings settings = new KafkaSettings(home.settings());
        problems.attempt(() -> problems.addAll(new ClusterCheck(settings, settings.batchSize()).problems(topics, ids)));
    }

    /** The topics of the polls' card events: {@code sim.<query>}. */
    public static Set<String> topics(List<String> polls) {
        Set<String> topics = new TreeSet<>();
        polls.forEach(poll -> topics.add("sim." + poll.substring(poll.indexOf('-') + 1)));
        return topics;
    }

    /** What the beans of the routes need: credentials and mappings. */
    public void beans(Registry registry) {
        Accounts accounts = registry.lookupByNameAndType("accounts", Accounts.class);
        Mappings mappings = registry.lookupByNameAndType("mappings", Mappings.class);
        for (UsesCredentials user : registry.findByType(UsesCredentials.class)) {
            for (String name : accounts.names(user.getVendor())) {
                boolean complete = true;
                for (String field : user.credentials()) {
                    String key = user.getVendor() + "." + name + "." + field;
                    complete &= problems.attempt(() -> home.settings().require(key))
                            && !home.settings().find(key).equals(Optional.of(CredentialStandIns.VALUE));
                }
                if (complete) {
                    problems.attempt(() -> user.check(accounts.of(user.getVendor(), name)));
                }
            }
        }
        home.files().polls().forEach(poll -> problems.attempt(() -> mappings.of(poll)));
    }

    /** The inventories, as sweeps would read them now; only where polls ask about their cards. */
    public void inventory() {
        problems.attempt(
                () -> inventory(new AccountNames(home.settings(), home.files().vendors())));
    }

    private void inventory(AccountNames names) {
        InventoryBatches batches = new InventoryBatches(new InventoryGuard(home.settings()), names, Clock.systemUTC());
        Accounts accounts =
                new Accounts(home.settings(), Clock.systemUTC(), new MonotonicClock(), new SplittableRandom());
        PaceForecast of = new PaceForecast(home, batches);
        forecast = of;
        of.polls().forEach((poll, query) -> problems.attempt(() -> of.read(poll, query, accounts)));
    }

    /** Whether the pace is enough for the inventories; only warns. */
    public void pace(CamelContext context, Instant now) {
        if (forecast != null) {
            forecast.warn(context, now);
        }
    }

    /**
     * Ends the checks.
     *
     * @throws SettingsException with one line a problem, if there is any
     */
    public void done() {
        problems.done();
    }
}
