package org.simrelay.check;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.account.Accounts;
import org.simrelay.config.Keys;
import org.simrelay.config.Nearest;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.kafka.TopicWishes;

/**
 * Keys of our own that nobody reads: what they were to set has another value, without a word. In the environment only those that
 * are nearly ours, since it is everybody's.
 */
public final class UnreadKeys {

    /** How many letters a variable may differ from one of ours to be taken for it. */
    private static final int NEAR = 2;

    /** As many letters make a likeness no accident, whatever a variable begins with. */
    private static final int LONG = 12;

    /** What Kubernetes sets for each service: one called "kafka" makes KAFKA_PORT. */
    private static final Pattern KUBERNETES =
            Pattern.compile(".*_(SERVICE_(HOST|PORT(_.*)?)|PORT(_[0-9]+_(TCP|UDP|SCTP)(_.*)?)?)");

    private final Settings settings;
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> switches = new TreeSet<>();
    private final Set<String> variables = new TreeSet<>();
    private final Set<String> vendors;
    private final Set<String> prefixes = new TreeSet<>();
    private final RenamedKeys renamed;

    /**
     * Takes what can be read.
     *
     * @param files all route files, of what is off too: what they name as a placeholder is read
     * @param kafka the keys that Kafka's clients read
     */
    public UnreadKeys(Settings settings, RouteFiles files, Collection<String> kafka) {
        this.settings = settings;
        this.vendors = files.vendors();
        this.renamed = new RenamedKeys(settings, vendors);
        Map<String, List<String>> accounts = KnownAccounts.of(settings, vendors);
        keys.addAll(Keys.of(accounts));
        switches.addAll(files.switches());
        keys.addAll(switches);
        keys.addAll(TopicWishes.keys(files.queries()));
        files.texts().forEach(text -> {
            keys.addAll(Placeholders.keys(text));
            keys.addAll(CredentialKeys.of(text, accounts));
        });
        settings.values().lines().entries().values().forEach(line -> keys.addAll(Placeholders.keys(line.value())));
        for (Collection<String> known : List.of(keys, kafka, settings.values().keys())) {
            for (String key : known) {
                variables.add(Settings.variable(key));
                variables.add(Settings.variable(key + SettingValues.FILE));
            }
        }
        keys.stream()
                .filter(key -> key.contains("."))
                .map(key -> Settings.variable(key.substring(0, key.indexOf('.') + 1)))
                .forEach(prefixes::add);
        prefixes.add("KAFKA_");
    }

    /** One message a key: its line, and the nearest key that is read, or the name that it has now. */
    public List<String> problems() {
        List<String> wrong = new ArrayList<>(renamed.problems());
        settings.values().lines().entries().forEach((key, line) -> {
            String read = SettingValues.withoutFile(key);
            boolean others = key.startsWith("camel.") || key.startsWith("kafka.");
            if (!keys.contains(read) && !others && !renamed.contains(key)) {
                wrong.add(settings.file() + " line " + line.line() + ": " + line.key() + " is read by nobody"
                        + Nearest.text(read, keys) + why(read) + FullWidth.hint(line.key()) + "; mend or remove it"
                        + vendors(read));
            }
        });
        for (String variable : unread()) {
            String nearest = near(variable);
            if (nearest != null) {
                wrong.add(variable + " in the environment is read by nobody (did you mean " + nearest
                        + "?); mend or unset it");
            }
        }
        return wrong;
    }

    /** Variables that begin as those of a vendor do, and may be none of ours: one message each, to warn of. */
    public List<String> doubtful() {
        Set<String> ofVendors =
                vendors.stream().map(vendor -> Settings.variable(vendor + ".")).collect(Collectors.toSet());
        return unread().stream()
                .filter(variable -> ofVendors.stream().anyMatch(variable::startsWith))
                .filter(variable ->
                        near(variable) == null && !KUBERNETES.matcher(variable).matches())
                .map(variable -> variable + " in the environment is read by nobody")
                .toList();
    }

    private List<String> unread() {
        return settings.values().environment().keySet().stream()
                .filter(name -> !variables.contains(name) && !renamed.containsVariable(name))
                .sorted()
                .toList();
    }

    private @Nullable String near(String variable) {
        List<String> candidates = variables.stream()
                .filter(known -> Math.abs(known.length() - variable.length()) <= NEAR)
                .toList();
        String nearest = Nearest.of(variable, candidates);
        if (nearest == null) {
            return null;
        }
        int distance = Nearest.distance(variable, nearest);
        int own = prefixes.stream()
                .filter(prefix -> variable.startsWith(prefix) && nearest.startsWith(prefix))
                .mapToInt(prefix -> variable.length() - prefix.length())
                .min()
                .orElse(variable.length() < LONG ? 0 : variable.length());
        return distance <= NEAR && 3 * distance <= own ? nearest : null;
    }

    /** What it would need to be read, where that can be told. */
    private String why(String key) {
        List<String> parts = Splitter.on('.').splitToList(key);
        if (parts.size() != 3 || !vendors.contains(parts.get(0))) {
            return "";
        }
        String vendor = parts.get(0);
        String middle = parts.get(1);
        if (keys.contains(vendor + "." + Accounts.FIRST + "." + parts.get(2))) {
            return ": " + vendor + ".accounts names no account " + middle;
        }
        boolean ofPoll = Set.of("cron", "enabled").contains(parts.get(2));
        return ofPoll && !switches.contains(vendor + "." + middle + ".enabled")
                ? ": there is no routes/polls/" + vendor + "-" + middle + ".camel.yaml"
                : "";
    }

    private String vendors(String key) {
        int dot = key.indexOf('.');
        boolean known = dot < 0 || prefixes.contains(Settings.variable(key.substring(0, dot + 1)));
        return known ? "" : ", the vendors here are " + String.join(", ", vendors);
    }
}
