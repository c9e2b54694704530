package org.simrelay.check;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.mapping.Mappings;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.source.Batches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.steps.UsesCredentials;

/** Looks at everything that can be wrong before a vendor is asked, and says all of it at once. */
public final class Preflight {

    private final Installation home;
    private final Problems problems = new Problems();
    private long cards;

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
        topics.addAll(List.of("sim.sweeps", "sim.failures", Checkpoint.TOPIC));
        Set<String> ids = new TreeSet<>();
        home.files().polls().forEach(poll -> ids.add("simrelay-" + RouteFiles.vendor(poll) + "-" + Accounts.FIRST));
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
            boolean complete = true;
            for (String field : user.credentials()) {
                complete &= problems.attempt(
                        () -> home.settings().require(user.getVendor() + "." + Accounts.FIRST + "." + field));
            }
            if (complete) {
                problems.attempt(() -> user.check(accounts.of(user.getVendor(), Accounts.FIRST)));
            }
        }
        home.files().polls().forEach(poll -> problems.attempt(() -> mappings.of(poll)));
    }

    /** The mappings, which need no route to be looked at. */
    public void mappings() {
        Mappings mappings = new Mappings(home.files(), Json.MAPPER.writer());
        home.files().polls().forEach(poll -> problems.attempt(() -> mappings.of(poll)));
    }

    /** The inventory, as a sweep would read it now, if a poll asks about its cards. */
    public void inventory() {
        if (!inventoryPolls().isEmpty()) {
            Batches batches = new Batches(home.settings(), new InventoryGuard(home.settings()), Clock.systemUTC());
            problems.attempt(() -> cards = batches.survey().cards());
        }
    }

    /** Whether the pace is enough for the inventory; only warns. */
    public void pace(CamelContext context, Instant now) {
        PaceForecast.warn(inventoryPolls(), cards, context, now);
    }

    private List<String> inventoryPolls() {
        return home.files().polls().stream()
                .filter(poll -> RouteCheck.text(home.files().poll(poll)).contains("ref: batches"))
                .toList();
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
