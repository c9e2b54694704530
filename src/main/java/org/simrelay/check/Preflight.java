package org.simrelay.check;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Registry;
import org.simrelay.account.Accounts;
import org.simrelay.config.Installation;
import org.simrelay.config.PassedOver;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.TwiceNamed;
import org.simrelay.mapping.Mappings;
import org.simrelay.mask.Quoted;
import org.simrelay.records.Checkpoint;
import org.simrelay.records.Json;
import org.simrelay.source.Batches;
import org.simrelay.source.InventoryGuard;
import org.simrelay.steps.UsesCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at everything that can be wrong before a vendor is asked, and says all of it at once. */
public final class Preflight {

    private static final Logger LOG = LoggerFactory.getLogger(Preflight.class);

    private final Installation home;
    private final List<String> problems = new ArrayList<>();
    private long cards;

    public Preflight(Installation home) {
        this.home = home;
    }

    /** What the files say before Camel reads them. */
    public void files(List<String> polls) {
        Set<String> known = new TreeSet<>(home.files().polls());
        for (String poll : polls) {
            if (!known.contains(poll)) {
                problems.add("there is no poll \"" + poll + "\"; there are " + String.join(", ", known));
            }
        }
        if (known.isEmpty()) {
            problems.add("there is no poll: every vendor is switched off, or routes/polls/ is empty");
        }
        problems.addAll(home.settings().problems());
        UnreadKeys unread = new UnreadKeys(home.settings(), home.files(), KafkaSettings.keys());
        problems.addAll(unread.problems());
        unread.doubtful().forEach(LOG::warn);
        PassedOver passedOver = new PassedOver(home.files());
        problems.addAll(passedOver.problems());
        passedOver.doubtful().forEach(LOG::warn);
        RouteCheck routes = new RouteCheck(home.settings());
        home.files().all().forEach(file -> attempt(() -> route(file, routes)));
        attempt(() -> problems.addAll(CamelSettings.problems(home.settings())));
        attempt(() -> problems.addAll(TwiceNamed.problems(home.settings())));
        attempt(() -> home.settings().integer("retries.first-wait", 1, 600_000));
        attempt(() -> home.settings().integer("retries.longest-wait", 1, 3_600_000));
        attempt(() -> home.settings().flag(InventoryGuard.ALLOWED, false));
        known.stream().map(RouteFiles::vendor).distinct().forEach(this::vendor);
    }

    /** Whether Kafka answers, has the topics, and can and may do what is needed. */
    public void kafka() {
        Set<String> topics = topics(home.files().polls());
        topics.addAll(List.of("sim.sweeps", "sim.failures", Checkpoint.TOPIC));
        Set<String> ids = new TreeSet<>();
        home.files().polls().forEach(poll -> ids.add("simrelay-" + RouteFiles.vendor(poll) + "-" + Accounts.FIRST));
        KafkaSettings settings = new KafkaSettings(home.settings());
        attempt(() -> problems.addAll(new ClusterCheck(settings, settings.batchSize()).problems(topics, ids)));
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
                complete &=
                        attempt(() -> home.settings().require(user.getVendor() + "." + Accounts.FIRST + "." + field));
            }
            if (complete) {
                attempt(() -> user.check(accounts.of(user.getVendor(), Accounts.FIRST)));
            }
        }
        home.files().polls().forEach(poll -> attempt(() -> mappings.of(poll)));
    }

    /** The mappings, which need no route to be looked at. */
    public void mappings() {
        Mappings mappings = new Mappings(home.files(), Json.MAPPER.writer());
        home.files().polls().forEach(poll -> attempt(() -> mappings.of(poll)));
    }

    /** The inventory, as a sweep would read it now, if a poll asks about its cards. */
    public void inventory() {
        if (!inventoryPolls().isEmpty()) {
            Batches batches = new Batches(home.settings(), new InventoryGuard(home.settings()), Clock.systemUTC());
            attempt(() -> cards = batches.survey().cards());
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
        if (!problems.isEmpty()) {
            throw new SettingsException(new java.util.LinkedHashSet<>(problems));
        }
    }

    private void vendor(String vendor) {
        Settings settings = home.settings();
        attempt(() -> settings.positive(vendor + "." + Accounts.FIRST + ".requests-per-second"));
        attempt(() -> settings.integer(vendor + "." + Accounts.FIRST + ".concurrency", 1, 1024));
        attempt(() -> settings.optional(vendor + "." + Accounts.FIRST + ".requests-per-day", 1));
        attempt(() -> settings.integer(vendor + ".retries", 1, 100));
        attempt(() -> settings.duration(vendor + ".timeout.connect"));
        attempt(() -> settings.duration(vendor + ".timeout.read"));
    }

    private void route(Path file, RouteCheck routes) {
        String text = RouteCheck.text(file);
        problems.addAll(routes.problems(file, text));
        routes.addresses(text).forEach((key, address) -> attempt(() -> address(key, address)));
    }

    private void address(String key, String text) {
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw new SettingsException(key + " is no address (" + Quoted.of(text) + "); mend "
                    + home.settings().place(key));
        }
        String scheme = String.valueOf(uri.getScheme());
        if (!scheme.matches("https?") || uri.getHost() == null || uri.getQuery() != null) {
            throw new SettingsException(
                    key + " is " + Quoted.of(text) + " but must be http(s)://host[:port][/path]; mend "
                            + home.settings().place(key));
        }
        boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost());
        if (scheme.equals("http") && !here) {
            LOG.warn("{} is http: credentials and tokens travel in clear; use https if the vendor has it", key);
        }
    }

    private boolean attempt(Runnable check) {
        try {
            check.run();
            return true;
        } catch (SettingsException | IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return false;
        }
    }
}
