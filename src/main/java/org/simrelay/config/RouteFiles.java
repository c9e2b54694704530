package org.simrelay.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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

    /** The same files, as if everything were on. */
    public RouteFiles everything() {
        return new RouteFiles(routes, switches.everything());
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
        Set<String> keys = new TreeSet<>(pollsOff().values());
        vendors().stream()
                .filter(vendor -> !isOn(vendor))
                .map(Switches::ofVendor)
                .forEach(keys::add);
        return List.copyOf(keys);
    }

    /** The polls that have a file and take no part, with the key that switches each off. */
    public Map<String, String> pollsOff() {
        Map<String, String> off = new TreeMap<>();
        onDisk.polls().forEach(poll -> offBy(poll).ifPresent(key -> off.put(poll, key)));
        return off;
    }

    /** What keeps a poll that has a file from taking part; empty where nothing does. */
    public Optional<String> switchedOffBy(String poll) {
        return onDisk.polls().contains(poll) ? offBy(poll) : Optional.empty();
    }

    private Optional<String> offBy(String poll) {
        String vendor = vendor(poll);
        if (!isOn(vendor)) {
            return Optional.of(Switches.ofVendor(vendor));
        }
        String key = Switches.key(poll);
        return switches.isOn(key, poll(poll)) ? Optional.empty() : Optional.of(key);
    }

    private List<Path> files(String folder) {
        return onDisk.files(folder).stream()
                .filter(file -> takesPart(folder, file))
                .toList();
    }

    private boolean takesPart(String folder, Path file) {
        return switch (folder) {
            case "shared" -> true;
            case "polls" -> offBy(id(file)).isEmpty();
            default -> isOn(vendor(id(file)));
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
