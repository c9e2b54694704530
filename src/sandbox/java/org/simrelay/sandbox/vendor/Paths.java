package org.simrelay.sandbox.vendor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The paths that the simulator serves, as the vendors' documents name them. */
final class Paths {
    static final String ARREARAGE = "/v2/arrearageuserinfo";
    static final String CMIOT = "/v2/";
    static final String ONELINK_LOGIN = "/v5/ec/get/token";
    static final String ONELINK_DAYUSAGE = "/v5/ec/query/sim-data-usage-daily/batch";
    static final String ONELINK_MEMBERS = "/v5/ec/query/group-member";
    /** The document prints "/Api/ token": a slip. */
    static final String LOGIN = "/Api/token";

    static final String LOGIN_SEGMENT = "token";
    static final String TERMINAL_INFO = "/Api/TerminalInfo/";

    private Paths() {}

    /** The last word of a path. */
    static String segment(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The last words of all paths, in lower case. */
    static List<String> segments() {
        return Stream.of(
                        Stream.of(
                                segment(ARREARAGE), LOGIN_SEGMENT, segment(ONELINK_DAYUSAGE), segment(ONELINK_MEMBERS)),
                        Arrays.stream(CmiotQuery.values()).map(CmiotQuery::segment),
                        Arrays.stream(IotbosQuery.values()).map(q -> q.segment().toLowerCase(Locale.ROOT)))
                .flatMap(words -> words)
                .toList();
    }
}
