package org.simrelay.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The route files on disk, less those of vendors and polls that are switched off. */
public final class RouteFiles {

    private static final String ENDING = RouteFolder.ENDING;

    private final Path routes;
    private final RouteFilesOnDisk onDisk;
    private final Switches switches;

    /** @param routes the folder {@code routes/} */
    public RouteFiles(Path routes, Settings settings) {
        this(routes, new Switches(settings, false));
    }

    private RouteFiles(Path routes, Switches switches) {
        this.routes = routes;
        this.onDisk = new RouteFilesOnDisk(routes);
        this.switches = switches;
    }

    /** The same files, for one who says himself what is wrong with a switch: one that is neither on nor off is on. */
    public RouteFiles lenient() {
        return new RouteFiles(routes, switches.lenient());
    }

    /** The ids of the polls that take part, which are their files' names, in order. */
    public List<String> polls() {
        return files("polls").stream().map(RouteFiles::id).toList();
    }

    /** Every route file that takes part: shared first, then vendors, then polls. */
    public List<Path> all() {
        return RouteFilesOnDisk.folderNames().stream()
                .flatMap(f -> files(f).stream())
                .toList();
    }

    /** Camel's pattern for the files that take part. */
    public String pattern() {
        return String.join(",", all().stream().map(f -> "file:" + f).toList());
    }

    /** The file of a poll. */
    public Path poll(String id) {
        return routes.resolve("polls").resolve(id + ENDING);
    }

    /** The mapping of a poll: {@code routes/mappings/<poll>.jslt}. */
    public Path mapping(String poll) {
        return routes.resolve("mappings").resolve(poll + ".jslt");
    }

    /** The folder of the topics' schemas. */
    public Path schemas() {
        return routes.resolve("schemas");
    }

    /** The folder of the polls' scenarios. */
    public Path scenarios() {
        return routes.resolve("scenarios");
    }

    /** The query of a poll: what stands behind the first hyphen. */
    public static String query(String poll) {
        return poll.substring(poll.indexOf('-') + 1);
    }

    /** The vendor of a poll or of a vendor's file: what stands before the first hyphen. */
    public static String vendor(String id) {
        int hyphen = id.indexOf('-');
        return hyphen < 0 ? id : id.substring(0, hyphen);
    }

    /** All that are there, of what is off too. */
    public RouteFilesOnDisk onDisk() {
        return onDisk;
    }

    /** The vendors that have a file, those that are off too. */
    public Set<String> vendors() {
        return onDisk.vendors();
    }

    /** The keys that switch off what is off, in order: of each vendor, and of each poll of the others. */
    public List<String> off() {
        Set<String> keys = new TreeSet<>();
        for (String vendor : vendors()) {
            if (!isOn(vendor)) {
                keys.add(Switches.ofVendor(vendor));
            }
        }
        for (String poll : onDisk.polls()) {
            if (isOn(vendor(poll)) && !switches.isOn(Switches.key(poll), poll(poll))) {
                keys.add(Switches.key(poll));
            }
        }
        return List.copyOf(keys);
    }

    /** The polls that have a file and take no part, with the key that switches each off. */
    public Map<String, String> pollsOff() {
        List<String> keys = off();
        Map<String, String> off = new TreeMap<>();
        for (String poll : onDisk.polls()) {
            Stream.of(Switches.ofVendor(vendor(poll)), Switches.key(poll))
                    .filter(keys::contains)
                    .findFirst()
                    .ifPresent(key -> off.put(poll, key));
        }
        return off;
    }

    /** What keeps a poll that has a file from taking part; empty where nothing does. */
    public Optional<String> switchedOffBy(String poll) {
        return Optional.ofNullable(pollsOff().get(poll));
    }

    private List<Path> files(String folder) {
        return switch (folder) {
            case "shared" -> onDisk.files(folder);
            case "polls" ->
                onDisk.files(folder).stream()
                        .filter(file -> isOn(vendor(id(file))) && switches.isOn(Switches.key(id(file)), file))
                        .toList();
            default ->
                onDisk.files(folder).stream()
                        .filter(file -> isOn(vendor(id(file))))
                        .toList();
        };
    }

    private boolean isOn(String vendor) {
        Path sweep = routes.resolve("vendors").resolve(vendor + "-sweep" + ENDING);
        return switches.isOn(Switches.ofVendor(vendor), sweep);
    }

    /** The id of the route in a file: its name without the ending. */
    public static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
