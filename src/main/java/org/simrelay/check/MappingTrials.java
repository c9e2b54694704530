package org.simrelay.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.simrelay.config.RouteFiles;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/** Tries the mapping of each poll on what its scenarios show of the vendor's replies. */
final class MappingTrials {

    private final RouteFiles files;
    private final Problems problems;

    MappingTrials(RouteFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /** Tries those of the polls in the set. */
    void run(RouteSet routes) {
        routes.files().filter(RouteFile::isPoll).forEach(poll -> problems.attempt(() -> run(poll, routes.scenarios())));
    }

    /** Tries that of one poll. */
    void run(RouteFile poll, ScenarioTexts texts) {
        Path file = files.mapping(poll.id());
        QueryText query = poll.query();
        if (query == null || !MappingCheck.problems(poll.id(), file).isEmpty()) {
            return;
        }
        Schema schema;
        try {
            schema = new Schemas(files).of(RouteFiles.query(poll.id()));
        } catch (IllegalArgumentException e) {
            // said where the schema itself is looked at
            return;
        }
        SampleItems samples = SampleItems.of(files.scenarios(), poll.id(), query.value("list"), texts);
        ListTrial.doubtful(poll, query, samples, files.scenarios().resolve(poll.id()))
                .forEach(problems::warn);
        MappingText text = new MappingText(RouteCheck.text(file));
        ObjectNode asked = AskTrial.parameters(query);
        MappingTrial trial = new MappingTrial(file, text, schema, samples, problems).asking(asked, query.has("batch"));
        if (!problems.isSaid(error -> error.startsWith(schema.file() + " "))) {
            MappingSlips.doubtful(file, schema).forEach(problems::warn);
        }
        trial.run();
        if (trial.isGood() && !problems.isSaid(error -> error.startsWith(file + " "))) {
            new ExpectedValues(file, text, query, poll.id(), problems)
                    .look(files.scenarios().resolve(poll.id()), asked, texts);
        }
    }
}
