package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.simrelay.config.Installation;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.snakeyaml.engine.v2.nodes.Node;

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
        List<String> wrong = problems(file, text, set.hasSession(RouteFiles.vendor(RouteFiles.id(file))));
        wrong.addAll(FilesTogether.problems(set, file));
        return wrong;
    }

    /** Everything that is wrong with the text of a file by itself: messages with file, line and remedy. */
    public List<String> problems(Path file, String text) {
        return problems(file, text, true);
    }

    /** @param hasSession whether the vendor has a login */
    List<String> problems(Path file, String text, boolean hasSession) {
        List<String> wrong = new ArrayList<>(Placeholders.missing(file, text, settings));
        try {
            RouteText.check(file, text);
            wrong.addAll(parameters.problems(file, text));
            Node root = YamlNodes.root(text);
            wrong.addAll(PlaceholderForm.problems(file, root));
            wrong.addAll(CamelWords.problems(file, root));
            wrong.addAll(BeanCheck.problems(file, root, settings));
            wrong.addAll(JsltCheck.problems(file, text, root, settings, hasSession));
            wrong.addAll(QueryCheck.problems(file, text, settings));
            wrong.addAll(PollForm.problems(file, text, settings));
        } catch (SettingsException e) {
            wrong.add(e.getMessage());
        }
        return wrong;
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
