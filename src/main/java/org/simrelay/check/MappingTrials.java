package org.simrelay.check;

import java.nio.file.Path;
import org.simrelay.config.RouteFiles;
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
        routes.files().filter(RouteFile::isPoll).forEach(poll -> problems.attempt(() -> run(poll)));
    }

    private void run(RouteFile poll) {
        Path file = files.mapping(poll.id());
        QueryText query = poll.query();
        if (query == null || !MappingCheck.problems(poll.id(), file).isEmpty()) {
            return;
        }
        SampleItems samples = SampleItems.of(files.scenarios(), poll.id(), query.value("list"));
        BeanText.Property list = query.bean().property("list");
        if (list != null && samples.items().isEmpty() && !samples.keys().isEmpty()) {
            problems.warn(poll.path() + " line " + list.line() + ": list finds no item in any reply of "
                    + files.scenarios().resolve(poll.id()) + "; mend the one or the other");
        }
        new MappingTrial(
                        file,
                        new MappingText(RouteCheck.text(file)),
                        new Schemas(files).of(RouteFiles.query(poll.id())),
                        samples,
                        problems)
                .run();
    }
}
