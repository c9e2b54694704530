package org.simrelay.chaos.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.SplittableRandom;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;

/** Files of the installation are saved anew, well or broken, while the service runs. */
final class FileFaults {
    private FileFaults() {}

    static List<Kind> kinds() {
        return List.of(
                new Kind("files/poll-touched", 2, w -> true, (r, w) -> touched(poll(w, r))),
                new Kind(
                        "files/poll-broken",
                        2,
                        w -> true,
                        (r, w) -> broken("files/poll-broken", poll(w, r), "\n  - broken: [")),
                new Kind(
                        "files/mapping-broken",
                        2,
                        w -> true,
                        (r, w) -> broken(
                                "files/mapping-broken", "routes/mappings/" + one(w, r) + ".jslt", "\n{ broken")));
    }

    private static String one(World world, SplittableRandom random) {
        return world.polls().get(random.nextInt(world.polls().size()));
    }

    private static String poll(World world, SplittableRandom random) {
        return "routes/polls/" + one(world, random) + ".camel.yaml";
    }

    private static Act touched(String file) {
        return Act.once("files/poll-touched", file + " is saved with a comment more", s -> {
            Path path = s.home().resolve(file);
            save(path, Files.readString(path) + "# saved anew\n");
        });
    }

    private static Act broken(String kind, String file, String more) {
        return new Act(
                kind,
                file + " is saved broken, later mended",
                s -> {
                    Path path = s.home().resolve(file);
                    save(path, Files.readString(path) + more);
                },
                s -> {
                    Path path = s.home().resolve(file);
                    String text = Files.readString(path);
                    save(path, text.endsWith(more) ? text.substring(0, text.length() - more.length()) : text);
                });
    }

    private static void save(Path path, String text) throws java.io.IOException {
        Path other = path.resolveSibling("." + path.getFileName() + ".tmp");
        Files.writeString(other, text);
        Files.move(other, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
