package org.simrelay.check;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.account.Accounts;
import org.simrelay.account.RetryWaits;
import org.simrelay.config.Installation;
import org.simrelay.config.PassedOver;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.TopicWishes;
import org.simrelay.kafka.TwiceNamed;
import org.simrelay.source.InventoryGuard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the settings and route files as they stand, before Camel reads them. */
final class FilesCheck {

    private static final Logger LOG = LoggerFactory.getLogger(FilesCheck.class);

    private final Installation home;
    private final Problems problems;

    FilesCheck(Installation home, Problems problems) {
        this.home = home;
        this.problems = problems;
    }

    /**
     * Looks at all of them.
     *
     * @param polls the polls that must be there
     */
    void look(List<String> polls) {
        Set<String> known = new TreeSet<>(home.files().polls());
        polls(polls, known);
        keys();
        PassedOver passedOver = new PassedOver(home.files());
        problems.addAll(passedOver.problems());
        passedOver.doubtful().forEach(LOG::warn);
        SchemaCheck schemas = new SchemaCheck(home.files());
        problems.addAll(schemas.problems());
        schemas.doubtful().forEach(LOG::warn);
        RouteCheck routes = new RouteCheck(home.settings());
        RouteSet set = RouteSet.of(home);
        home.files().all().forEach(file -> problems.attempt(() -> route(file, routes, set)));
        FilesTogether.doubtful(set).forEach(LOG::warn);
        values();
        known.stream().map(RouteFiles::vendor).distinct().forEach(this::vendor);
    }

    private void polls(List<String> wanted, Set<String> known) {
        for (String poll : wanted) {
            if (!known.contains(poll)) {
                problems.add(home.files()
                        .switchedOffBy(poll)
                        .map(key -> "poll " + poll + " is switched off; set " + key + "=true")
                        .orElseGet(() -> "there is no poll \"" + poll + "\"; there are " + String.join(", ", known)));
            }
        }
        if (known.isEmpty()) {
            problems.add("there is no poll: every vendor or poll is switched off, or routes/polls/ is empty");
        }
    }

    private void keys() {
        problems.addAll(home.settings().problems());
        UnreadKeys unread = new UnreadKeys(home.settings(), home.files(), KafkaSettings.keys());
        problems.addAll(unread.problems());
        unread.doubtful().forEach(LOG::warn);
    }

    private void values() {
        Settings settings = home.settings();
        problems.attempt(() -> problems.addAll(CamelSettings.problems(settings)));
        problems.attempt(() -> problems.addAll(TwiceNamed.problems(settings)));
        problems.addAll(new TopicWishes(settings).problems(home.files().queries()));
        problems.attempt(() -> delay("retry.initial-delay", 10));
        problems.attempt(() -> delay("retry.max-delay", 60));
        problems.attempt(() -> settings.flag(InventoryGuard.ALLOWED, false));
    }

    private void delay(String key, int mostMinutes) {
        Settings settings = home.settings();
        if (settings.duration(key).compareTo(Duration.ofMinutes(mostMinutes)) > 0) {
            throw new SettingsException(key + " may be " + mostMinutes + "m at most; mend " + settings.place(key));
        }
    }

    private void vendor(String vendor) {
        Settings settings = home.settings();
        problems.attempt(
                () -> Accounts.names(settings, vendor).forEach(name -> account(settings, vendor + "." + name)));
        problems.attempt(() -> new RetryWaits(settings).maxAttempts(vendor));
        problems.attempt(() -> settings.duration(vendor + ".timeout.connect"));
        problems.attempt(() -> settings.duration(vendor + ".timeout.read"));
    }

    private void account(Settings settings, String id) {
        problems.attempt(() -> settings.positive(id + ".requests-per-second"));
        problems.attempt(() -> settings.integer(id + ".concurrency", 1, 1024));
        problems.attempt(() -> settings.optional(id + ".requests-per-day", 1));
    }

    private void route(Path file, RouteCheck routes, RouteSet set) {
        String text = RouteCheck.text(file);
        problems.addAll(routes.problems(file, text, set.hasSession(RouteFiles.vendor(RouteFiles.id(file)))));
        problems.addAll(FilesTogether.problems(set, file));
        AddressCheck addresses = new AddressCheck(home.settings());
        routes.addresses(text).forEach((key, address) -> problems.attempt(() -> addresses.look(key, address)));
    }
}
