package org.simrelay.check;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.AccountNames;
import org.simrelay.account.Accounts;
import org.simrelay.config.Causes;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.mapping.Mappings;
import org.simrelay.source.InventoryBatches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.steps.UsesCredentials;
import org.simrelay.trace.TracingSwitch;

/** Looks at everything that can be wrong before a vendor is asked, and says all of it at once; changes nothing but by {@link #makeTopics}. */
public final class Preflight {

    private final Installation home;
    private final Problems problems = new Problems();
    private final Accounts accounts;
    private @Nullable RouteSet routes;
    private @Nullable PaceForecast forecast;
    private @Nullable OffLook off;
    private final KafkaCheck kafka;

    public Preflight(Installation home) {
        // a switch that is neither on nor off is one of the errors that are told, and hides no other
        this.home = new Installation(home.settings(), home.files().lenient());
        this.kafka = new KafkaCheck(this.home, problems);
        this.accounts = new Accounts(home.settings(), Clock.systemUTC(), new MonotonicClock(), new SplittableRandom());
    }

    /** What the files say before Camel reads them. */
    public void files(List<String> polls) {
        problems.attempt(() -> LogFormat.apply(home.settings()));
        problems.attempt(() -> LogLevels.look(home.settings().file().resolveSibling("logback.xml")));
        LogForm.doubtful(home.settings().file().resolveSibling("logback.xml")).forEach(problems::warn);
        problems.attempt(() -> TracingSwitch.check(home.settings()));
        problems.attempt(() -> {
            RouteSet set = RouteSet.of(home);
            routes = set;
            CredentialCheck credentials = new CredentialCheck(home.settings(), accounts, problems);
            new FilesCheck(home, set, credentials, problems).look(polls);
        });
    }

    /** Begins to look at the files of polls and vendors that are off, as if they were on, beside what else is looked at. */
    public void beginOff() {
        off = routes == null ? null : OffLook.begin(routes);
    }

    /** Warns of what {@link #beginOff} found. */
    public void off() {
        if (off != null) {
            off.end().forEach(problems::warn);
        }
    }

    /** Whether what is set of Kafka can be, and belongs together. */
    public void kafkaSettings() {
        kafka.settings();
    }

    /**
     * Whether Kafka answers, has the topics or lets them be made, and can and may do what is needed.
     *
     * @param joins whether the group of the machines is to be joined: {@code run} does, commands that run once do not
     */
    public void kafka(boolean joins) {
        problems.attempt(() -> kafka.look(joins));
    }

    /**
     * Makes the topics that {@link #kafka} missed, now that all else is good.
     *
     * @throws SettingsException with one line a problem, if there is any
     */
    public void makeTopics() {
        problems.attempt(kafka::makeTopics);
        problems.log();
        done();
    }

    /** What the beans of the routes need: credentials and mappings. */
    public void beans(Registry registry) {
        Accounts used = registry.lookupByNameAndType("accounts", Accounts.class);
        Mappings mappings = registry.lookupByNameAndType("mappings", Mappings.class);
        CredentialCheck credentials = new CredentialCheck(home.settings(), used, problems);
        registry.findByType(UsesCredentials.class).forEach(credentials::look);
        home.files().polls().forEach(poll -> problems.attempt(() -> mappings.of(poll)));
    }

    /** Whether the mappings give what their topics have, on the samples there are. */
    public void mappings() {
        if (routes != null) {
            new MappingTrials(home.files(), problems).run(routes);
        }
    }

    /**
     * The inventories, as sweeps would read them now; only where polls ask about their cards.
     *
     * @param mayLack whether one that is not there is only warned of
     */
    public void inventory(boolean mayLack) {
        problems.attempt(
                () -> inventory(new AccountNames(home.settings(), home.files().vendors()), mayLack));
    }

    private void inventory(AccountNames names, boolean mayLack) {
        InventoryBatches batches = new InventoryBatches(new InventoryGuard(home.settings()), names, Clock.systemUTC());
        PaceForecast of = new PaceForecast(batches, mayLack, problems);
        forecast = of;
        if (routes != null) {
            routes.files().filter(RouteFile::isPoll).forEach(poll -> problems.attempt(() -> of.read(poll, accounts)));
        }
    }

    /** Whether the pace is enough for the inventories; only warns. */
    public void pace(CamelContext context, Instant now) {
        if (forecast != null) {
            forecast.warn(context, now);
        }
    }

    /** Whether all that was looked at is good; there may be warnings. */
    public boolean isGood() {
        return problems.isEmpty();
    }

    /** Everything that was found: the errors, and behind them the warnings. */
    public List<Finding> findings() {
        return problems.findings();
    }

    /** What Camel says of routes that it cannot make, in our words. */
    public SettingsException said(Exception camels) {
        RouteSet set = routes;
        return new SettingsException(
                set == null
                        ? Causes.of(camels)
                        : CamelSaid.of(Causes.of(camels), set.files().toList()));
    }

    /** What else is wrong. */
    public void add(SettingsException wrong) {
        problems.addAll(wrong.problems());
    }

    /** Logs what it warns of, each once. */
    public void logWarnings() {
        problems.log();
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
