package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.simrelay.config.Installation;
import org.simrelay.config.Placeholders;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** Looks at a route file before Camel reads it: its form, the settings it names, the parameters of its endpoints. */
public final class RouteCheck {

    private final Settings settings;
    private final EndpointParameters parameters;

    public RouteCheck(Settings settings) {
        this.settings = settings;
        this.parameters = new EndpointParameters(settings);
    }

    /**
     * Everything that is wrong with the text that a file is to have: by itself, and beside the others as they stand on disk.
     *
     * @param home of the settings that this has
     */
    public List<String> problems(Installation home, Path file, String text) {
        RouteSet set = RouteSet.of(home).put(file, text);
        return problems(set, Objects.requireNonNull(set.file(file)));
    }

    /** Everything that is wrong with one of the files, by itself and beside the others. */
    List<String> problems(RouteSet set, RouteFile file) {
        List<String> wrong = problems(file, set.hasSession(file.vendor()));
        if (RouteText.isOther(file) || RouteText.isCopy(file, set)) {
            return wrong;
        }
        wrong.addAll(FilesTogether.problems(set, file));
        return wrong;
    }

    /** Everything that is wrong with the text of a file by itself: messages with file, line and remedy. */
    public List<String> problems(Path file, String text) {
        return problems(RouteFile.of(file, text, settings), true);
    }

    /** @param hasSession whether the vendor has a login */
    private List<String> problems(RouteFile file, boolean hasSession) {
        List<String> wrong = new ArrayList<>(Placeholders.missing(file.path(), file.text(), settings));
        if (file.broken() != null) {
            wrong.add(file.broken());
            return wrong;
        }
        List<String> unseen = UnseenSigns.problems(file.path(), file.text(), "#");
        if (!unseen.isEmpty()) {
            wrong.addAll(unseen);
            return wrong;
        }
        wrong.addAll(RouteText.problems(file));
        wrong.addAll(parameters.problems(file.path(), file.root()));
        wrong.addAll(PlaceholderForm.problems(file.path(), file.root()));
        wrong.addAll(CamelWords.problems(file.path(), file.root()));
        wrong.addAll(BeanCheck.problems(file, settings));
        wrong.addAll(JsltCheck.problems(file, hasSession));
        wrong.addAll(QueryCheck.problems(file, settings));
        wrong.addAll(PollForm.problems(file, settings));
        wrong.addAll(CronCheck.problems(file, settings, Clock.systemUTC().instant()));
        return wrong;
    }

    /** What is wrong with a poll's mapping as it stands on disk: messages with file, line, column and remedy. */
    public static List<String> mapping(Installation home, String poll) {
        return MappingCheck.problems(poll, home.files().mapping(poll));
    }

    /** The addresses of vendors that a text names, by their keys; without those that are not set. */
    public Map<String, String> addresses(String text) {
        Map<String, String> addresses = Placeholders.values(text, ".url", settings);
        addresses.values().removeIf(address -> address.contains("{{"));
        return addresses;
    }

    /**
     * Reads a route file.
     *
     * @throws SettingsException naming it, when it is no UTF-8 text
     */
    public static String text(Path file) {
        try {
            return TextFile.read(file);
        } catch (IOException e) {
            throw new SettingsException(file + " cannot be read (" + e.getMessage() + "); mend it");
        }
    }
}
