package org.simrelay.check;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** The form that every route file must have, beyond what Camel asks of it. */
final class RouteText {

    private RouteText() {}

    /**
     * Looks at a file's text: YAML, one route or route configuration, whose id is the file's name. Camel would let a second
     * file with the same id replace the first without a word.
     *
     * @throws SettingsException naming the file and, for YAML, the line and column
     */
    static void check(Path file, String text) {
        Object read;
        try {
            read = new Load(LoadSettings.builder()
                            .setLabel(file.toString())
                            // {{…}} without quotes is such a key, and is said with its line where the beans are looked
                            // at
                            .setAllowNonScalarKeys(true)
                            .build())
                    .loadFromString(text);
        } catch (MarkedYamlEngineException e) {
            boolean open = String.valueOf(e.getProblem()).contains("unexpected end of stream");
            // what is not closed is mended where it begins
            Mark at = (open ? e.getContextMark() : e.getProblemMark())
                    .or(e::getContextMark)
                    .orElse(null);
            String place = at == null ? "" : " line " + (at.getLine() + 1) + " column " + (at.getColumn() + 1);
            throw new SettingsException(file + " is no YAML," + place + ": " + e.getProblem() + hint(e) + "; mend it");
        } catch (YamlEngineException e) {
            throw new SettingsException(file + " is no YAML: " + e.getMessage() + "; mend it");
        }
        List<String> ids = new ArrayList<>();
        if (read instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> named) {
                    id(named.get("route"), ids);
                    id(named.get("routeConfiguration"), ids);
                }
            }
        }
        String name = RouteFiles.id(file);
        if (!ids.equals(List.of(name))) {
            throw new SettingsException(file + " line " + line(text) + ": the file must hold one route with the id \""
                    + name + "\", which is the file's name, but holds "
                    + (ids.isEmpty() ? "none" : String.join(", ", ids)) + "; mend the id or the name");
        }
    }

    /** What is most often meant, where the parser tells what it expects. */
    private static String hint(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("mapping values are not allowed here")) {
            return " (a value with \": \" in it needs quotes, or the line stands too far to the right)";
        }
        if (problem.contains("unexpected end of stream")) {
            return " (the quote that begins here is not closed)";
        }
        if (problem.contains("expected ',' or '}'")) {
            return " (JSLT that begins with { needs single quotes around it, and {{…}} double ones)";
        }
        return problem.contains("expected <block end>")
                ? " (the line stands too far to the right or left, or a quote before it is not closed)"
                : "";
    }

    /** The line of the first route's id, or of the route; 1 where there is none. */
    private static int line(String text) {
        for (Node entry : YamlNodes.elements(YamlNodes.root(text))) {
            for (String kind : List.of("route", "routeConfiguration")) {
                Node route = YamlNodes.field(entry, kind);
                Node id = YamlNodes.field(route, "id");
                if (route != null) {
                    return YamlNodes.line(id == null ? route : id);
                }
            }
        }
        return 1;
    }

    private static void id(@Nullable Object definition, List<String> ids) {
        if (definition instanceof Map<?, ?> fields) {
            ids.add(String.valueOf(fields.get("id")));
        }
    }
}
