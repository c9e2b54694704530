package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Nearest;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** Holds a query's {@code card} against the item that its mapping shows in the comment at its head: {@code // {"num", "State": 1}}. */
final class CardSample {

    private static final Pattern FIELD = Pattern.compile("\\.([A-Za-z_][A-Za-z0-9_-]*)");
    private static final Pattern NAME = Pattern.compile("[{,]\\s*\"([^\"]+)\"");

    private CardSample() {}

    /** That no item would have a card, to warn of; null where the comment shows none, or has the field. */
    static @Nullable String doubtful(RouteFile poll, QueryText query, Path mapping) {
        BeanText.Property card = query.bean().property("card");
        Matcher field = FIELD.matcher(card == null ? "" : card.value().strip());
        if (card == null || !field.matches()) {
            return null;
        }
        String name = field.group(1);
        Set<String> names = names(mapping);
        return names.isEmpty() || names.contains(name)
                ? null
                : poll.path() + " line " + card.line() + ": card names ." + name + ", but the item at the head of "
                        + mapping + " has " + String.join(", ", names) + Nearest.text(name, names)
                        + "; mend the one or the other, or no card would be found";
    }

    private static Set<String> names(Path mapping) {
        String comment;
        try {
            comment = TextFile.read(mapping)
                    .lines()
                    .takeWhile(line -> line.startsWith("//"))
                    .collect(Collectors.joining(" "));
        } catch (IOException | SettingsException e) {
            // said where the mapping itself is looked at
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        Matcher name = NAME.matcher(comment);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
