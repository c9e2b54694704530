package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.Placeholders;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.steps.Login;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The route files that take part, read together: what one names may stand in another. */
final class RouteSet {

    /**
     * A file.
     *
     * @param root null for one that is no YAML, which is said where it is looked at alone
     */
    record File(Path path, @Nullable Node root, List<BeanText> beans) {
        String id() {
            return RouteFiles.id(path);
        }

        boolean isPoll() {
            Path folder = path.getParent();
            return folder != null && folder.endsWith("polls");
        }
    }

    private final Installation home;
    private final Map<Path, File> files = new LinkedHashMap<>();

    private RouteSet(Installation home) {
        this.home = home;
    }

    /** As they stand on disk. */
    static RouteSet of(Installation home) {
        RouteSet set = new RouteSet(home);
        for (Path path : home.files().all()) {
            try {
                set.put(path, TextFile.read(path));
            } catch (IOException | SettingsException e) {
                set.put(path, "");
            }
        }
        return set;
    }

    /** One of them is to say this. */
    RouteSet put(Path path, String text) {
        Node root;
        try {
            root = YamlNodes.root(text);
        } catch (YamlEngineException e) {
            root = null;
        }
        files.put(path, new File(path, root, BeanText.all(root, home.settings())));
        return this;
    }

    @Nullable File file(Path path) {
        return files.get(path);
    }

    Stream<File> files() {
        return files.values().stream();
    }

    Settings settings() {
        return home.settings();
    }

    /** Where a poll's mapping must be. */
    Path mapping(String poll) {
        return home.files().mapping(poll);
    }

    Stream<BeanText> beans() {
        return files().flatMap(file -> file.beans().stream());
    }

    /** Whether a vendor has a login, which gives its calls a token. */
    boolean hasSession(String vendor) {
        return files().filter(
                        file -> !file.isPoll() && RouteFiles.vendor(file.id()).equals(vendor))
                .anyMatch(file -> file.beans().stream().anyMatch(bean -> bean.is(Login.class)));
    }

    /** The endpoints that their routes begin with, such as {@code direct:publish}. */
    Set<String> entrances() {
        return files().map(this::entrance).filter(uri -> !uri.isEmpty()).collect(Collectors.toSet());
    }

    /** The endpoint that the route of a file begins with, without its parameters; empty where there is none. */
    String entrance(File file) {
        Node from = from(file);
        String uri = YamlNodes.text(YamlNodes.field(from, "uri"));
        return Placeholders.filled(uri.isEmpty() ? YamlNodes.text(from) : uri, settings())
                .replaceFirst("\\?.*", "");
    }

    /** Where the route of a file says what it begins with; null where it does not. */
    static @Nullable Node from(File file) {
        for (Node entry : YamlNodes.elements(file.root())) {
            Node from = YamlNodes.field(YamlNodes.field(entry, "route"), "from");
            if (from != null) {
                return from;
            }
        }
        return null;
    }
}
