package org.simrelay.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.account.Accounts;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.RouteFolder;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.config.Switches;
import org.simrelay.config.TextFile;

/** What a scenario sets before the settings of its folder, so that it needs no environment, no secret and no network. */
final class MadeUpSettings {

    private static final String CARDS = "cards.file";
    private static final Pattern MISSING = Pattern.compile("([a-z0-9-]+\\.[a-z0-9-]+\\.[a-z0-9.-]+) is not set.*");
    // a pace and waits that no scenario is held up by
    private static final Map<String, String> FAST = Map.of("retry.initial-delay", "1ms", "retry.max-delay", "5ms");
    private static final String FAST_PACE = "1000";

    private final Path folder;
    private final Map<String, String> own;

    /** @param own settings that go before those that are made up */
    MadeUpSettings(Path folder, Map<String, String> own) {
        this.folder = folder;
        this.own = new HashMap<>(own);
    }

    /**
     * As environment variables, which go before the file.
     *
     * @param url where the vendor is
     * @param cards the inventory
     */
    Map<String, String> of(Scenario scenario, String url, Path cards) {
        Settings file = Settings.load(folder.resolve("config/application.properties"), Map.of());
        Map<String, String> settings = new HashMap<>(FAST);
        for (String key : file.keys("", Set.of())) {
            if (key.endsWith(SettingValues.FILE)) {
                // what is secret is not there
                String secret = SettingValues.withoutFile(key);
                settings.put(secret, value(secret));
            }
            if (key.equals(CARDS) || key.endsWith("." + CARDS)) {
                settings.put(key, cards.toString());
            }
        }
        settings.put(CARDS, cards.toString());
        Set<String> asked = new TreeSet<>();
        for (String poll : scenario.when().all()) {
            asked.add(RouteFiles.vendor(poll));
            // a poll that is shipped off has scenarios too
            settings.put(Switches.key(poll), "true");
        }
        for (String vendor : new RouteFiles(routes(), file).vendors()) {
            settings.put(Switches.ofVendor(vendor), String.valueOf(asked.contains(vendor)));
            // what a scenario expects does not change with the accounts of its folder
            settings.put(vendor + ".accounts", Accounts.FIRST);
            if (asked.contains(vendor)) {
                settings.put(vendor + ".url", url + path(vendor, file));
                settings.put(vendor + ".main.requests-per-second", FAST_PACE);
            }
        }
        settings.putAll(own);
        settings.putAll(scenario.given().settings());
        Map<String, String> environment = new HashMap<>();
        settings.forEach((key, value) -> environment.put(Settings.variable(key), value));
        return environment;
    }

    /**
     * Makes up the credentials that a message of {@code check} misses.
     *
     * @return whether it misses nothing else, and some that were not made up before
     */
    boolean makeUp(String message) {
        List<String> lines = message.lines().toList();
        List<String> missing = new ArrayList<>();
        for (String line : lines) {
            Matcher key = MISSING.matcher(line);
            if (!key.matches()) {
                return false;
            }
            missing.add(key.group(1));
        }
        boolean more = !own.keySet().containsAll(missing);
        missing.forEach(key -> own.put(key, value(key)));
        return more;
    }

    /** Letters and digits alone: signatures take no others in an appid. */
    private static String value(String key) {
        return "madeUp" + key.substring(key.lastIndexOf('.') + 1).replaceAll("[^A-Za-z0-9]", "");
    }

    /** The path of a vendor's address, which is in the settings or is a default in its route files. */
    private String path(String vendor, Settings file) {
        Optional<String> url = file.find(vendor + ".url");
        if (url.isEmpty()) {
            url = RouteFolder.files(routes().resolve("vendors")).stream()
                    .flatMap(route -> Placeholders.byDefault(text(route), vendor + ".url").stream())
                    .findFirst();
        }
        try {
            return Optional.ofNullable(URI.create(url.orElse("")).getPath()).orElse("");
        } catch (IllegalArgumentException e) {
            // an address that is none is said where settings are checked
            return "";
        }
    }

    private Path routes() {
        return folder.resolve("routes");
    }

    private static String text(Path file) {
        try {
            return TextFile.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
