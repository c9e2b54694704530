package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The route files on disk, less those of vendors and polls that are switched off. */
public final class RouteFiles {

    private static final String ENDING = RouteFolder.ENDING;
    private static final List<String> FOLDERS = List.of("shared", "vendors", "polls");

    private final Path routes;
    private final Switches switches;

    /** @param routes the folder {@code routes/} */
    public RouteFiles(Path routes, Settings settings) {
        this(routes, new Switches(settings, false));
    }

    private RouteFiles(Path routes, Switches switches) {
        this.routes = routes;
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
        return FOLDERS.stream().flatMap(f -> files(f).stream()).toList();
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

    /** The vendors that have a file, those that are off too. */
    public Set<String> vendors() {
        return Stream.of("vendors", "polls")
                .flatMap(folder -> onDisk(folder).stream())
                .map(file -> vendor(id(file)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys of the switches of all polls that have a file. */
    public List<String> switches() {
        return pollsOnDisk().stream().map(Switches::key).toList();
    }

    /** The keys of the switches of all vendors that have a file. */
    public List<String> vendorSwitches() {
        return vendors().stream().map(Switches::ofVendor).toList();
    }

    /** The queries of all polls that have a file, those that are off too. */
    public Set<String> queries() {
        return pollsOnDisk().stream().map(RouteFiles::query).collect(Collectors.toCollection(TreeSet::new));
    }

    /** The keys that switch off what is off, in order: of each vendor, and of each poll of the others. */
    public List<String> off() {
        Set<String> keys = new TreeSet<>();
        for (String vendor : vendors()) {
            if (!isOn(vendor)) {
                keys.add(Switches.ofVendor(vendor));
            }
        }
        for (String poll : pollsOnDisk()) {
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
        for (String poll : pollsOnDisk()) {
            Stream.of(Switches.ofVendor(vendor(poll)), Switches.key(poll))
                    .filter(keys::contains)
                    .findFirst()
                    .ifPresent(key -> off.put(poll, key));
        }
        return off;
    }

    /** What keeps a poll that has a file from taking part; empty where nothing does. */
    public Optional<String> switchedOffBy(String poll) {
        return pollsOnDisk().contains(poll)
                ? off().stream()
                        .filter(key -> key.equals(Switches.key(poll)) || key.equals(Switches.ofVendor(vendor(poll))))
                        .findFirst()
                : Optional.empty();
    }

    /** The texts of all route files, of what is off too, but for those that cannot be read. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>();
        FOLDERS.stream().flatMap(folder -> onDisk(folder).stream()).forEach(file -> {
            try {
                texts.add(TextFile.read(file));
            } catch (IOException | SettingsException e) {
                // said where the file itself is looked at
            }
        });
        return texts;
    }

    /** The folders that route files stand in. */
    List<Path> folders() {
        return FOLDERS.stream().map(routes::resolve).toList();
    }

    private List<Path> files(String folder) {
        return switch (folder) {
            case "shared" -> onDisk(folder);
            case "polls" ->
                onDisk(folder).stream()
                        .filter(file -> isOn(vendor(id(file))) && switches.isOn(Switches.key(id(file)), file))
                        .toList();
            default ->
                onDisk(folder).stream().filter(file -> isOn(vendor(id(file)))).toList();
        };
    }

    /** The ids of all polls that have a file, those that are off too, in order. */
    public List<String> pollsOnDisk() {
        return onDisk("polls").stream().map(RouteFiles::id).toList();
    }

    private boolean isOn(String vendor) {
        Path sweep = routes.resolve("vendors").resolve(vendor + "-sweep" + ENDING);
        return switches.isOn(Switches.ofVendor(vendor), sweep);
    }

    private List<Path> onDisk(String folder) {
        return RouteFolder.files(routes.resolve(folder));
    }

    /** The id of the route in a file: its name without the ending. */
    public static String id(Path file) {
        String name = file.getFileName().toString();
        return name.substring(0, name.length() - ENDING.length());
    }
}
