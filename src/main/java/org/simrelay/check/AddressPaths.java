package org.simrelay.check;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;

/** Holds the path of a vendor's address against what its files say: what follows is the path of each query. */
final class AddressPaths {

    private static final Pattern DEFAULT = Pattern.compile("\\{\\{([A-Za-z0-9-]+\\.url):([^{}]+)}}");

    private static final Pattern SUFFIX =
            Pattern.compile("^\\s*(- )?uri:\\s*[\"']?\\{\\{[a-z0-9-]+\\.url(:[^}]*)?}}(?<suffix>/[^\"'?\\s]+)");
    private static final Pattern LITERAL =
            Pattern.compile("^\\s*(- )?uri:\\s*[\"']?(?<address>https?://[^\"'?\\s{]+)[\"']?\\s*$");

    private AddressPaths() {}

    /** What may be wrong, to warn of. */
    static List<String> doubtful(RouteSet set) {
        List<String> doubtful = new ArrayList<>();
        set.files().map(RouteFile::vendor).distinct().sorted().forEach(vendor -> {
            String key = vendor + ".url";
            URI is = address(set.settings().given(key).orElse(null));
            String one = is == null ? null : oneOf(key, is, vendor, set);
            String others = is == null ? null : ofOther(key, is, vendor, set);
            doubtful.addAll(suffixes(vendor, set));
            if (others != null) {
                doubtful.add(others);
            } else if (one != null) {
                doubtful.add(one);
            } else if (is != null) {
                String said = twice(key, is, vendor, set);
                doubtful.add(said == null ? Objects.requireNonNullElse(other(key, is, vendor, set), "") : said);
            }
        });
        doubtful.removeIf(String::isEmpty);
        return doubtful;
    }

    /** A poll whose path begins as the address ends, where no other's does: it is the poll that is wrong. */
    private static @Nullable String oneOf(String key, URI is, String vendor, RouteSet set) {
        String path = path(is);
        List<RouteFile> polls = set.files()
                .filter(file -> file.isPoll() && file.vendor().equals(vendor))
                .toList();
        List<RouteFile> begin = polls.stream()
                .filter(file -> !path.isEmpty() && asked(file).startsWith(path + "/"))
                .toList();
        if (begin.size() != 1 || polls.size() == 1) {
            return null;
        }
        RouteFile poll = begin.get(0);
        QueryText query = poll.query();
        BeanText.Property written = query == null ? null : query.bean().property("path");
        return written == null
                ? null
                : poll.path() + " line " + written.line() + ": path begins with " + path + ", with which " + key
                        + " ends already, so that it goes out twice; write "
                        + asked(poll).substring(path.length());
    }

    /** The host is that of another vendor's files. */
    private static @Nullable String ofOther(String key, URI is, String vendor, RouteSet set) {
        List<URI> own = set.files()
                .filter(file -> file.vendor().equals(vendor))
                .flatMap(file -> defaults(file.text(), key).stream())
                .map(AddressPaths::address)
                .filter(Objects::nonNull)
                .toList();
        if (own.isEmpty() || own.stream().anyMatch(one -> one.getHost().equalsIgnoreCase(is.getHost()))) {
            return null;
        }
        return set.files()
                .map(RouteFile::vendor)
                .distinct()
                .filter(other -> !other.equals(vendor))
                .filter(other -> set.files()
                        .filter(file -> file.vendor().equals(other))
                        .flatMap(file -> defaults(file.text(), other + ".url").stream())
                        .map(AddressPaths::address)
                        .anyMatch(one -> one != null && one.getHost().equalsIgnoreCase(is.getHost())))
                .findFirst()
                .map(other -> key + " has the host of the vendor " + other + ", and its files have "
                        + own.get(0).getHost() + "; mend " + set.settings().place(key))
                .orElse(null);
    }

    /** What stands behind the placeholder of an address, before each query's path; an address without one is that of no setting. */
    private static List<String> suffixes(String vendor, RouteSet set) {
        List<String> said = new ArrayList<>();
        set.files()
                .filter(file -> !file.isPoll() && file.vendor().equals(vendor))
                .forEach(file -> {
                    List<String> lines = file.text().lines().toList();
                    for (int line = 0; line < lines.size(); line++) {
                        Matcher uri = SUFFIX.matcher(lines.get(line));
                        Matcher whole = LITERAL.matcher(lines.get(line));
                        if (uri.find()) {
                            said.add(file.path() + " line " + (line + 1) + " column " + (uri.start("suffix") + 1) + ": "
                                    + uri.group("suffix") + " stands before the path of each query; write it in "
                                    + vendor
                                    + ".url, or in the paths, or leave it if it is meant");
                        } else if (whole.find()) {
                            said.add(file.path() + " line " + (line + 1) + " column " + (whole.start("address") + 1)
                                    + ": the address is no setting, and " + vendor
                                    + ".url is read by nobody; write \"{{" + vendor
                                    + ".url:" + whole.group("address") + "}}\"");
                        }
                    }
                });
        return said;
    }

    private static String asked(RouteFile poll) {
        QueryText query = poll.query();
        return query == null ? "" : String.valueOf(query.value("path"));
    }

    /** The address ends as the paths of the queries begin. */
    private static @Nullable String twice(String key, URI is, String vendor, RouteSet set) {
        String path = path(is);
        if (path.isEmpty()) {
            return null;
        }
        String last = path.substring(path.lastIndexOf('/'));
        return set.files()
                .filter(file -> file.vendor().equals(vendor))
                .flatMap(file -> file.beans().stream())
                .map(bean -> String.valueOf(bean.value("path")))
                .filter(asked -> asked.startsWith("/"))
                .filter(asked -> asked.equals(last) || asked.startsWith(last + "/") || path.endsWith(asked))
                .findFirst()
                .map(asked -> key + " ends with " + last + ", and the path of a query behind it is " + asked
                        + "; write what stands before the queries' paths, at "
                        + set.settings().place(key))
                .orElse(null);
    }

    /** The host is that of the vendor's files, and the path is not. */
    private static @Nullable String other(String key, URI is, String vendor, RouteSet set) {
        Settings settings = set.settings();
        return set.files()
                .filter(file -> file.vendor().equals(vendor))
                .flatMap(file -> defaults(file.text(), key).stream())
                .map(AddressPaths::address)
                .filter(Objects::nonNull)
                .filter(shipped -> is.getHost().equalsIgnoreCase(shipped.getHost()) && !path(is).equals(path(shipped)))
                .findFirst()
                .map(shipped -> key + " has " + (path(is).isEmpty() ? "no path" : "the path " + path(is))
                        + ", where the vendor's file has "
                        + (path(shipped).isEmpty() ? "none" : path(shipped)) + " behind this host; mend "
                        + settings.place(key))
                .orElse(null);
    }

    private static List<String> defaults(String text, String key) {
        List<String> defaults = new ArrayList<>();
        Matcher named = DEFAULT.matcher(text);
        while (named.find()) {
            if (named.group(1).equals(key)) {
                defaults.add(named.group(2));
            }
        }
        return defaults;
    }

    private static String path(URI address) {
        return String.valueOf(address.getRawPath()).replaceFirst("/+$", "");
    }

    private static @Nullable URI address(@Nullable String text) {
        try {
            URI uri = text == null ? null : URI.create(text.strip());
            return uri == null || uri.getHost() == null ? null : uri;
        } catch (IllegalArgumentException e) {
            // said where addresses are looked at
            return null;
        }
    }
}
