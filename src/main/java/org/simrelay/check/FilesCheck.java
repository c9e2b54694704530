package org.simrelay.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.config.Installation;
import org.simrelay.config.PassedOver;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.TopicWishes;
import org.simrelay.kafka.TwiceNamed;
import org.simrelay.source.InventoryGuard;

/** Looks at the settings and route files as they stand, before Camel reads them. */
final class FilesCheck {

    private final Installation home;
    private final RouteSet set;
    private final CredentialCheck credentials;
    private final Problems problems;

    FilesCheck(Installation home, RouteSet set, CredentialCheck credentials, Problems problems) {
        this.credentials = credentials;
        this.home = home;
        this.set = set;
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
        passedOver.doubtful().forEach(problems::warn);
        WatchFiles.doubtful(home.settings().file().resolveSibling("")).forEach(problems::warn);
        StrayFiles stray = new StrayFiles(home.files());
        problems.addAll(stray.problems());
        stray.doubtful().forEach(problems::warn);
        SchemaCheck schemas = new SchemaCheck(home.files());
        problems.addAll(schemas.problems());
        schemas.doubtful().forEach(problems::warn);
        RouteCheck routes = new RouteCheck(home.settings());
        set.files().forEach(file -> problems.attempt(() -> route(file, routes)));
        FilesTogether.doubtful(set).forEach(problems::warn);
        values();
        VendorSettings vendors = new VendorSettings(home.settings(), problems);
        known.stream().map(RouteFiles::vendor).distinct().forEach(vendors::look);
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
            problems.add(
                    "there is no poll: every vendor or poll is switched off, or routes/polls/ is empty; switch one on, or add its file");
        }
    }

    private void keys() {
        problems.addAll(home.settings().problems());
        UnreadKeys unread = new UnreadKeys(home.settings(), home.files(), KafkaSettings.keys());
        problems.addAll(unread.problems());
        unread.doubtful().forEach(doubt -> problems.warn(doubt + "; unset it, or mend its name"));
        PropertyForms.doubtful(home.settings()).forEach(problems::warn);
        problems.attempt(() -> SettingsTwice.doubtful(home.settings()).forEach(problems::warn));
        AccountList.look(home.settings(), home.files().vendors(), problems);
        SecretValues.look(home.settings(), problems);
        problems.attempt(
                () -> QueryKeys.doubtful(home.settings(), home.files().onDisk().texts())
                        .forEach(problems::warn));
        SecretFiles.doubtful(home.settings(), this::credentialKeys).forEach(problems::warn);
        problems.addAll(UnfilledValues.problems(home.settings()));
    }

    private Set<String> credentialKeys() {
        Set<String> keys = new TreeSet<>();
        var accounts = KnownAccounts.of(home.settings(), home.files().vendors());
        home.files().onDisk().texts().forEach(text -> keys.addAll(CredentialKeys.of(text, accounts)));
        return keys;
    }

    private void values() {
        Settings settings = home.settings();
        problems.attempt(() -> problems.addAll(CamelSettings.problems(settings)));
        problems.attempt(() -> problems.addAll(TwiceNamed.problems(settings)));
        problems.addAll(new TopicWishes(settings).problems(home.files().onDisk().queries()));
        VendorSettings vendors = new VendorSettings(settings, problems);
        problems.attempt(() -> vendors.delay("retry.initial-delay", 10));
        problems.attempt(() -> vendors.delay("retry.max-delay", 60));
        problems.attempt(this::delays);
        problems.attempt(() -> settings.flag(InventoryGuard.ALLOWED, false));
        problems.attempt(() -> settings.flag("http.enabled", true));
        problems.attempt(() -> settings.integer("http.port", 0, 65_535));
        new WrittenValues(home, problems).look();
    }

    private void delays() {
        Settings settings = home.settings();
        if (settings.duration("retry.initial-delay").compareTo(settings.duration("retry.max-delay")) > 0) {
            problems.warn("retry.initial-delay is longer than retry.max-delay, so that all waits are the latter; mend "
                    + settings.place("retry.initial-delay"));
        }
    }

    private void route(RouteFile file, RouteCheck routes) {
        problems.addAll(routes.problems(set, file));
        AddressCheck addresses = new AddressCheck(home.settings(), problems);
        routes.addresses(file.text()).forEach((key, address) -> problems.attempt(() -> addresses.look(key, address)));
        file.beans().forEach(credentials::look);
    }
}
