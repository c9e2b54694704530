package org.simrelay.check;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.account.Accounts;
import org.simrelay.config.Keys;
import org.simrelay.config.Nearest;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingValues;
import org.simrelay.config.Settings;
import org.simrelay.kafka.TopicWishes;

/**
 * Keys of our own that nobody reads: what they were to set has another value, without a word. In the file all of them, in the
 * environment as {@link UnreadVariables} says.
 */
public final class UnreadKeys {

    private final Settings settings;
    private final Set<String> keys = new TreeSet<>();
    private final Set<String> switches = new TreeSet<>();
    private final Set<String> vendors;
    private final RenamedKeys renamed;
    private final KeysOfPolls polls;
    private final UnreadVariables variables;

    /**
     * Takes what can be read.
     *
     * @param files all route files, of what is off too: what they name as a placeholder is read
     * @param kafka the keys that Kafka's clients read
     */
    public UnreadKeys(Settings settings, RouteFiles files, Collection<String> kafka) {
        this.settings = settings;
        this.vendors = files.vendors();
        this.polls = new KeysOfPolls(files);
        this.renamed = new RenamedKeys(settings, vendors);
        Map<String, List<String>> accounts = KnownAccounts.of(settings, vendors);
        keys.addAll(Keys.of(accounts));
        switches.addAll(files.onDisk().switches());
        keys.addAll(switches);
        keys.addAll(TopicWishes.keys(files.onDisk().queries()));
        files.onDisk().texts().forEach(text -> {
            keys.addAll(Placeholders.keys(text));
            keys.addAll(CredentialKeys.of(text, accounts));
        });
        settings.values().lines().entries().values().forEach(line -> keys.addAll(Placeholders.keys(line.value())));
        this.variables = new UnreadVariables(settings, vendors, renamed, keys, kafka);
    }

    /** One message a key: its line, and the nearest key that is read, or the name that it has now. */
    public List<String> problems() {
        List<String> wrong = new ArrayList<>(renamed.problems());
        settings.values().lines().entries().forEach((key, line) -> {
            String read = SettingValues.withoutFile(key);
            boolean others = key.startsWith("camel.") || key.startsWith("kafka.");
            String form = FileForms.words(line.key(), keys);
            if (!form.isEmpty()) {
                wrong.add(settings.file() + " line " + line.line() + ": " + form);
            } else if (!keys.contains(read)
                    && !read.isBlank()
                    && !others
                    && !renamed.contains(key)
                    && !polls.isBroken(read)) {
                wrong.add(settings.file() + " line " + line.line() + ": " + line.key() + " is read by nobody"
                        + (polls.isThere(read) ? "" : Nearest.text(read, keys)) + why(read) + FullWidth.hint(line.key())
                        + "; mend or remove it"
                        + vendors(read));
            }
        });
        wrong.addAll(variables.problems());
        return wrong;
    }

    /** Variables that begin as those of a vendor do, and may be none of ours: one message each, to warn of. */
    public List<String> doubtful() {
        return variables.doubtful();
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
        if (polls.isThere(key)) {
            return ": " + polls.file(key) + " does not name it";
        }
        boolean ofPoll = Set.of("cron", "enabled").contains(parts.get(2));
        return ofPoll && !switches.contains(vendor + "." + middle + ".enabled")
                ? ": there is no routes/polls/" + vendor + "-" + middle + ".camel.yaml"
                : "";
    }

    private String vendors(String key) {
        int dot = key.indexOf('.');
        boolean known = dot < 0 || variables.isOfOurs(key.substring(0, dot + 1));
        return known ? "" : ", the vendors here are " + String.join(", ", vendors);
    }
}
