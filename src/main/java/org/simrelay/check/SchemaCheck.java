package org.simrelay.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.simrelay.config.RouteFiles;
import org.simrelay.schema.Misfit;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/** Looks at the schemas of the polls' queries: whether they can be read, are JSON Schema, and take their own examples. */
final class SchemaCheck {

    private final Schemas schemas;
    private final List<String> problems = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();

    SchemaCheck(RouteFiles files) {
        this(files, queries(files));
    }

    /** Of these queries alone. */
    SchemaCheck(RouteFiles files, Set<String> queries) {
        this.schemas = new Schemas(files);
        queries.forEach(this::look);
    }

    /** Those of the polls that take part. */
    static Set<String> queries(RouteFiles files) {
        return files.polls().stream().map(RouteFiles::query).collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is wrong: messages with file, place and remedy. */
    List<String> problems() {
        return problems;
    }

    /** What works without a schema, or nearly. */
    List<String> doubtful() {
        return doubtful;
    }

    private void look(String query) {
        SchemaFile file = new SchemaFile(schemas.file(query));
        Schema schema;
        try {
            schema = schemas.of(query);
        } catch (IllegalArgumentException e) {
            problems.add(file.thrown(e));
            return;
        }
        if (!schema.isThere() && isMisnamed(query)) {
            // the file of another name is
            return;
        }
        if (!schema.isThere()) {
            doubtful.add(schemas.file(query) + " is not there: records of sim." + query
                    + " are published without being looked at; add it");
            return;
        }
        SchemaWords words = new SchemaWords(schemas.file(query), file);
        List<String> wrong = words.wrong();
        problems.addAll(wrong);
        doubtful.addAll(words.doubtful());
        if (wrong.isEmpty()) {
            examples(schema, file);
        }
        if (!schema.json().path("properties").has("card")) {
            doubtful.add(schema.file() + file.placeOf("/properties") + ": properties has no field \"card\", which every"
                    + " record of sim." + query + " has; add it");
        }
    }

    private boolean isMisnamed(String query) {
        return FolderFiles.list(schemas.file(query).resolveSibling("")).stream()
                .map(FolderFiles::name)
                .filter(name -> !name.endsWith(".jslt"))
                .map(name -> name.replaceFirst("(\\.schema)?\\.[^.]*$", ""))
                .anyMatch(name ->
                        name.equalsIgnoreCase(query) || (RouteFiles.query(name).equals(query) && !name.equals(query)));
    }

    private void examples(Schema schema, SchemaFile file) {
        Set<String> told = new TreeSet<>();
        int number = 0;
        for (JsonNode example : schema.json().path("examples")) {
            number++;
            for (Misfit broken : schema.misfits(example)) {
                if (!told.add(broken.message())) {
                    continue;
                }
                String field = broken.field().replaceFirst("[.\\[].*", "");
                boolean isOurs = schema.json().path("properties").has(field);
                problems.add(schema.file() + (isOurs ? file.placeOfField(field) : file.placeOf("/examples"))
                        + ": its example " + number + " breaks it, " + broken.message() + "; mend one of them");
            }
        }
    }
}
