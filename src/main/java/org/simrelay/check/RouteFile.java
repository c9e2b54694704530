package org.simrelay.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A route file, read and parsed once for all that look at it.
 *
 * @param text without a byte order mark; empty where it cannot be read
 * @param root its nodes, which know where they stand; null where there are none
 * @param beans with the placeholders filled
 * @param broken why it is no text or no YAML, with file, place and remedy; null where it is
 */
record RouteFile(Path path, String text, @Nullable Node root, List<BeanText> beans, @Nullable String broken) {

    /** As it stands on disk. */
    static RouteFile read(Path path, Settings settings) {
        try {
            return of(path, TextFile.read(path), settings);
        } catch (IOException e) {
            return new RouteFile(path, "", null, List.of(), path + " cannot be read (" + e.getMessage() + "); mend it");
        } catch (SettingsException e) {
            return new RouteFile(path, "", null, List.of(), e.getMessage());
        }
    }

    /** As it is to stand there. */
    static RouteFile of(Path path, String text, Settings settings) {
        try {
            Node root = YamlNodes.root(text);
            return new RouteFile(path, text, root, BeanText.all(root, settings), null);
        } catch (YamlEngineException e) {
            return new RouteFile(path, text, null, List.of(), YamlProblem.of(path, text, e));
        }
    }

    /** The id of its route, which is the file's name. */
    String id() {
        return RouteFiles.id(path);
    }

    String vendor() {
        return RouteFiles.vendor(id());
    }

    boolean isPoll() {
        Path folder = path.getParent();
        return folder != null && folder.endsWith("polls");
    }

    /** The query of a poll, the bean of its name; null where the file has none. */
    @Nullable QueryText query() {
        return QueryText.of(this);
    }
}
