package org.simrelay.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.simrelay.config.Settings;

/** Holds what is set of a query against what the polls' files have beside the keys: the vendor's numbers of its APIs, and the like. */
final class QueryKeys {

    private static final Pattern NAMED =
            Pattern.compile("\\{\\{(?<key>[a-z0-9-]+\\.[a-z0-9-]+\\.[a-z0-9.-]+):(?<unset>[^}]+)}}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,}");

    private QueryKeys() {}

    /** What may be wrong, to warn of: a message with the key, its place and the remedy. */
    static List<String> doubtful(Settings settings, List<String> texts) {
        Map<String, String> written = new TreeMap<>();
        for (String text : texts) {
            Matcher named = NAMED.matcher(text);
            while (named.find()) {
                written.putIfAbsent(named.group("key"), named.group("unset"));
            }
        }
        List<String> doubtful = new ArrayList<>();
        written.forEach((key, unset) -> settings.given(key)
                .filter(is -> !is.equals(unset) && DIGITS.matcher(unset).matches())
                .ifPresent(is -> {
                    String last = key.substring(key.lastIndexOf('.'));
                    String other = written.entrySet().stream()
                            .filter(one -> one.getValue().equals(is)
                                    && one.getKey().endsWith(last)
                                    && !one.getKey().equals(key))
                            .map(Map.Entry::getKey)
                            .findFirst()
                            .orElse("");
                    if (!other.isEmpty()) {
                        doubtful.add(key + " is " + is + ", which the files have for " + other + "; write " + unset
                                + ", at " + settings.place(key));
                    } else if (!is.matches("[0-9]{" + unset.length() + "}")) {
                        doubtful.add(key + " is no number of " + unset.length() + " digits, as the poll's file has it ("
                                + unset + "); mend " + settings.place(key));
                    }
                }));
        return doubtful;
    }
}
