package org.simrelay.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.simrelay.config.RouteFiles;

/** Looks whether the vendor of a poll has the routes that a sweep goes through. */
final class VendorFiles {

    private VendorFiles() {}

    /** What a poll's vendor lacks: one message a route, with the files that a vendor needs. */
    static List<String> problems(RouteFile poll, RouteSet set) {
        String vendor = RouteFiles.vendor(poll.id());
        // said of the first of its polls, so that it is said once
        RouteFile first = set.files()
                .filter(file -> file.isPoll() && file.vendor().equals(vendor))
                .findFirst()
                .orElse(poll);
        return missing(set, vendor).stream()
                .map(endpoint -> first.path() + " line 1: the vendor " + vendor + " has no route that begins with "
                        + endpoint + "; a vendor needs routes/vendors/" + vendor + "-sweep.camel.yaml and " + vendor
                        + "-call.camel.yaml, with sessions " + vendor
                        + "-login.camel.yaml too: add it, or mend the poll's name, which begins with its vendor's")
                .toList();
    }

    /** The endpoints that a vendor must have and has not. */
    static List<String> missing(RouteSet set, String vendor) {
        Set<String> entrances = set.entrances();
        return Stream.of("-sweep", "-call")
                .map(kind -> "direct:" + vendor + kind)
                .filter(endpoint -> !entrances.contains(endpoint) && !set.hasFile(endpoint))
                .toList();
    }
}
