package org.simrelay.check;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.Settings;

/**
 * Looks at the files of polls and vendors that are off as if they were on: whoever switches them on finds them good. What is wrong
 * with them stops nothing, and what they need when they are on need not be set.
 */
final class OffFiles {

    private static final String UNSET = " is not set; ";

    private final RouteSet on;
    private final RouteSet all;
    private final Problems found = new Problems();

    OffFiles(RouteSet on) {
        this.on = on;
        this.all = on.everything();
    }

    /** All that is wrong or may be, to warn of. */
    List<String> doubtful() {
        RouteFiles files = all.paths();
        Settings settings = all.settings();
        RouteCheck routes = new RouteCheck(settings);
        MappingTrials trials = new MappingTrials(files, found);
        all.files().filter(file -> on.file(file.path()) == null).forEach(file -> {
            found.attempt(() -> found.addAll(routes.problems(all, file)));
            found.attempt(() -> FilesTogether.doubtful(all, file).forEach(found::warn));
            AddressCheck addresses = new AddressCheck(settings, found);
            routes.addresses(file.text()).forEach((key, address) -> found.attempt(() -> addresses.look(key, address)));
            if (file.isPoll()) {
                found.attempt(() -> trials.run(file, all.scenarios()));
            }
        });
        schemas(files);
        Set<String> vendors = new TreeSet<>(files.vendors());
        on.paths().polls().forEach(poll -> vendors.remove(RouteFiles.vendor(poll)));
        vendors.forEach(new VendorSettings(settings, found)::look);
        return found.findings().stream()
                .map(Finding::text)
                .filter(text -> !text.contains(UNSET))
                .toList();
    }

    private void schemas(RouteFiles files) {
        Set<String> queries = new TreeSet<>(SchemaCheck.queries(files));
        queries.removeAll(SchemaCheck.queries(on.paths()));
        SchemaCheck schemas = new SchemaCheck(files, queries);
        found.addAll(schemas.problems());
        schemas.doubtful().forEach(found::warn);
    }
}
