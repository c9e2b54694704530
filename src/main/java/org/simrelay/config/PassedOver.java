package org.simrelay.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the routes' folders and is no route file, though it could be meant as one. Hidden files are none: editors and
 * file systems leave them beside the file that they are about.
 */
public final class PassedOver {

    private static final Pattern ROUTE = Pattern.compile("(?m)^\\s*(- *)?(\"?from\"?|\"?route(Configuration)?\"?) *:");

    private final List<String> doubtful = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    /** Looks at the folders of routes. */
    public PassedOver(RouteFiles files) {
        List<String> texts = files.onDisk().texts();
        for (Path folder : files.onDisk().folders()) {
            try (Stream<Path> list = Files.list(folder)) {
                list.filter(file -> !RouteFolder.isHidden(file)).sorted().forEach(file -> checkFolder(file, texts));
            } catch (IOException e) {
                wrong.add(Unreadable.text(folder, e));
            }
        }
        above(files.onDisk().folders().get(0).getParent());
    }

    /** Beside the folders, where nobody looks. */
    private void above(@Nullable Path routes) {
        if (routes == null) {
            return;
        }
        try (Stream<Path> list = Files.list(routes)) {
            list.filter(file -> !RouteFolder.isHidden(file) && RouteFolder.isNamedAsRoute(file))
                    .sorted()
                    .forEach(
                            file -> wrong.add(
                                    file
                                            + " is passed over: it stands in none of the folders; move it to routes/polls or routes/vendors"));
        } catch (IOException e) {
            // said where its folders are looked at
        }
    }

    /** Files without which things go on: messages to warn with. */
    public List<String> doubtful() {
        return doubtful;
    }

    /** Files that other routes need: messages with the remedy. */
    public List<String> problems() {
        return wrong;
    }

    private void checkFolder(Path file, List<String> texts) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        if (!RouteFolder.isNamedAsRoute(file)) {
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                String said = file + " is passed over: the name of a route file ends with .camel.yaml; rename it";
                (hasRoute(file) ? wrong : doubtful).add(said);
            } else if (RouteFolder.isFolder(file) && RouteFolder.holdsRoutes(file)) {
                doubtful.add(file
                        + " is passed over with the route files in it: folders in folders are not read; move them up");
            }
        } else if (!RouteFolder.isFile(file)) {
            String what = Files.isDirectory(file)
                    ? "a folder"
                    : Files.exists(file) ? "not readable" : "a link to what is not there";
            String id = RouteFiles.id(file);
            if (texts.stream().anyMatch(text -> names(text, id))) {
                wrong.add(file + " is " + what + ", and other routes need it; mend it");
            } else {
                doubtful.add(file + " is passed over: it is " + what + "; mend it, or remove it");
            }
        }
    }

    /** Whether Camel would find a route in it. */
    private static boolean hasRoute(Path file) {
        try {
            return ROUTE.matcher(TextFile.read(file)).find();
        } catch (IOException | SettingsException e) {
            return false;
        }
    }

    private static boolean names(String text, String id) {
        return text.lines()
                .map(String::strip)
                .anyMatch(line -> line.endsWith("direct:" + id) || line.equals("routeConfigurationId: " + id));
    }
}
