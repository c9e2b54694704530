package org.simrelay.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;

/** Variables of the environment that nobody reads: only those that are nearly ours, since it is everybody's. */
final class UnreadVariables {

    /** How many letters a variable may differ from one of ours to be taken for it. */
    private static final int NEAR = 2;

    /** As many letters make a likeness no accident, whatever a variable begins with. */
    private static final int LONG = 12;

    /** What Kubernetes sets for each service: one called "kafka" makes KAFKA_PORT. */
    private static final Pattern KUBERNETES =
            Pattern.compile(".*_(SERVICE_(HOST|PORT(_.*)?)|PORT(_[0-9]+_(TCP|UDP|SCTP)(_.*)?)?)");

    private final Settings settings;
    private final Collection<String> vendors;
    private final RenamedKeys renamed;
    private final Set<String> read = new TreeSet<>();
    private final Set<String> prefixes = new TreeSet<>();

    /**
     * Takes what can be read.
     *
     * @param renamed the keys that had another name, which are told of there
     * @param keys those of ours that are read
     * @param kafka the keys that Kafka's clients read
     */
    UnreadVariables(
            Settings settings,
            Collection<String> vendors,
            RenamedKeys renamed,
            Collection<String> keys,
            Collection<String> kafka) {
        this.settings = settings;
        this.vendors = vendors;
        this.renamed = renamed;
        for (Collection<String> known : List.of(keys, kafka, settings.values().keys())) {
            for (String key : known) {
                read.add(Settings.variable(key));
                read.add(Settings.variable(key + SettingValues.FILE));
            }
        }
        keys.stream()
                .filter(key -> key.contains("."))
                .map(key -> Settings.variable(key.substring(0, key.indexOf('.') + 1)))
                .forEach(prefixes::add);
        prefixes.add("KAFKA_");
    }

    /** One message a variable, with the nearest that is read. */
    List<String> problems() {
        List<String> wrong = new ArrayList<>();
        for (String variable : unread()) {
            String nearest = near(variable);
            if (nearest != null) {
                wrong.add(variable + " in the environment is read by nobody (did you mean " + nearest
                        + "?); mend or unset it");
            }
        }
        return wrong;
    }

    /** Variables that begin as those of a vendor do, or are ours in another spelling, and may be none of ours: one message each, to warn of. */
    List<String> doubtful() {
        Set<String> ofVendors =
                vendors.stream().map(vendor -> Settings.variable(vendor + ".")).collect(Collectors.toSet());
        List<String> doubtful = new ArrayList<>();
        for (String variable : unread()) {
            if (near(variable) != null || KUBERNETES.matcher(variable).matches()) {
                continue;
            }
            String meant = VariableSpelling.meant(variable, read);
            if (meant != null || ofVendors.stream().anyMatch(variable::startsWith)) {
                doubtful.add(variable + " in the environment is read by nobody"
                        + (meant == null ? "" : " (did you mean " + meant + "?)"));
            }
        }
        return doubtful;
    }

    /** Whether some key of ours begins so. */
    boolean isOfOurs(String beginning) {
        return prefixes.contains(Settings.variable(beginning));
    }

    private List<String> unread() {
        return settings.values().environment().keySet().stream()
                .filter(name -> !read.contains(name) && !renamed.containsVariable(name))
                .sorted()
                .toList();
    }

    private @Nullable String near(String variable) {
        List<String> candidates = read.stream()
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
}
