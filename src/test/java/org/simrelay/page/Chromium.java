package org.simrelay.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's Chromium, without a window. */
final class Chromium {

    private static final Path BINARY = Path.of("/usr/bin/chromium");
    private static final int MOST_SECONDS = 120;

    private final Path folder;

    /** @param folder for its profile, thrown away with it */
    Chromium(Path folder) {
        this.folder = folder;
    }

    static boolean isThere() {
        return Files.isExecutable(BINARY);
    }

    /** What a page has become after it ran for so many milliseconds, as HTML. */
    String dom(String url, int millis, String... options) throws IOException, InterruptedException {
        Path out = folder.resolve("dom.html");
        List<String> command = new ArrayList<>(List.of(
                BINARY.toString(),
                "--headless",
                // as root, in a container
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + folder.resolve("profile"),
                "--virtual-time-budget=" + millis,
                "--dump-dom"));
        command.addAll(List.of(options));
        command.add(url);
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(folder.resolve("chromium.log").toFile())
                .start();
        try {
            if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("Chromium has not ended in " + MOST_SECONDS + " s: "
                        + Files.readString(folder.resolve("chromium.log")));
            }
            return Files.readString(out);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
