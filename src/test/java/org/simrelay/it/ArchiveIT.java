package org.simrelay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.it.Stand.Result;

/** The archive, unpacked and called as on a machine that has nothing else of the project. */
class ArchiveIT {

    private static final long MOST_SECONDS = 120;
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:)([^)#]+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path dir;

    @SuppressWarnings("NullAway.Init")
    private static Path home;

    @BeforeAll
    static void unpack() throws Exception {
        Path archive = only(Path.of("target"), "simrelay-", ".tar.gz");
        assertThat(call(dir, Map.of(), "tar", "-xzf", archive.toAbsolutePath().toString()))
                .returns(0, Result::exit);
        home = only(dir, "simrelay-", "");
        Files.writeString(home.resolve("config/cards.csv"), "1064800000001\n");
    }

    @Test
    void holdsWhatIsDeployed() {
        assertThat(Stream.of(
                                "simrelay.jar",
                                "lib",
                                "config/application.properties",
                                "routes/polls/iotbos-usage.camel.yaml",
                                "systemd/simrelay.service",
                                "Containerfile",
                                "kubernetes/deployment.yaml",
                                "README.md",
                                "src/docs/deploying.md",
                                "LICENSE",
                                "asyncapi.yaml",
                                "routes/schemas/usage.schema.json")
                        .map(home::resolve))
                .allMatch(Files::exists);
        assertThat(home.resolve("bin/simrelay")).isExecutable();
        assertThat(home.toFile().list()).anyMatch(name -> name.startsWith("CHANGELOG"));
    }

    @Test
    void linksOfItsDocumentsLeadToFiles() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path document :
                    files.filter(file -> file.toString().endsWith(".md")).toList()) {
                Matcher link = LINK.matcher(Files.readString(document));
                while (link.find()) {
                    assertThat(document.resolveSibling(link.group(1)))
                            .as(document.toString())
                            .exists();
                }
            }
        }
    }

    @Test
    void everyCommandWorksFromAnotherFolderAndThroughALink() throws Exception {
        Path elsewhere = Files.createDirectories(dir.resolve("else where"));
        Path link = Files.createSymbolicLink(
                elsewhere.resolve("relay"), Path.of("..", home.getFileName().toString(), "bin", "simrelay"));
        Map<String, String> quick = Map.of("SIMRELAY_CACHE", "off");

        assertThat(call(elsewhere, quick, link.toString(), "--version"))
                .returns(0, Result::exit)
                .satisfies(r -> assertThat(r.output())
                        .startsWith(home.getFileName().toString().replaceFirst("-", " ") + "\n"));
        assertThat(call(elsewhere, quick, "./relay", "--help"))
                .returns(0, Result::exit)
                .satisfies(r -> assertThat(r.output()).contains("run ", "check "));
        assertThat(call(elsewhere, quick, "./relay", "check", "--offline"))
                .returns(0, Result::exit)
                .satisfies(r -> assertThat(r.output()).contains("all good"));
        Files.writeString(elsewhere.resolve("reply.json"), "{");
        assertThat(call(elsewhere, quick, "./relay", "preview", "iotbos-usage", "--reply", "reply.json")
                        .output())
                .doesNotContain("cannot be read");
    }

    @Test
    void aStartUsesTheClassArchiveThatWasMade() throws Exception {
        String start = home.resolve("bin/simrelay").toString();
        Path cache = dir.resolve("cache");
        Map<String, String> environment = Map.of("SIMRELAY_CACHE", cache.toString(), "JAVA_OPTS", "-Xlog:class+load");

        assertThat(call(dir, environment, start, "prepare")).returns(0, Result::exit);
        assertThat(cache)
                .isDirectoryContaining(file -> file.getFileName().toString().startsWith("classes-"));
        assertThat(call(dir, environment, start, "check", "--offline"))
                .returns(0, Result::exit)
                .satisfies(r -> assertThat(r.output())
                        .containsPattern("org.simrelay.service.FirstStart source: shared objects file"));
    }

    @Test
    void withoutJavaOrItsFoldersItSaysWhatToDo() throws Exception {
        String start = home.resolve("bin/simrelay").toString();
        assertThat(call(dir, Map.of("JAVA_HOME", dir.toString()), start, "run"))
                .returns(2, Result::exit)
                .satisfies(r -> assertThat(r.output()).contains("Java 17", "JAVA_HOME"));
        assertThat(call(dir, Map.of("SIMRELAY_HOME", dir.toString()), start, "run"))
                .returns(2, Result::exit)
                .satisfies(r -> assertThat(r.output()).contains("SIMRELAY_HOME", "routes"));
    }

    @Test
    void whatYouSetForTheJvmGoesBefore() throws Exception {
        Map<String, String> yours =
                Map.of("SIMRELAY_CACHE", "off", "JAVA_OPTS", "-XX:+UseParallelGC -Xmx300m -XX:+PrintFlagsFinal");
        assertThat(call(dir, yours, home.resolve("bin/simrelay").toString(), "--version"))
                .returns(0, Result::exit)
                .satisfies(r -> assertThat(r.output())
                        .containsPattern("UseParallelGC += true")
                        .containsPattern("MaxHeapSize += 314572800"));
    }

    @Test
    void anOldJavaIsRefused() throws Exception {
        Path old = Files.createDirectories(dir.resolve("jdk-11/bin"));
        Files.writeString(dir.resolve("jdk-11/release"), "JAVA_VERSION=\"11.0.2\"\n");
        assertThat(Files.writeString(old.resolve("java"), "#!/bin/sh\n")
                        .toFile()
                        .setExecutable(true))
                .isTrue();
        assertThat(call(
                        dir,
                        Map.of("JAVA_HOME", dir.resolve("jdk-11").toString()),
                        home.resolve("bin/simrelay").toString(),
                        "run"))
                .returns(2, Result::exit)
                .satisfies(r -> assertThat(r.output()).contains("11.0.2", "Java 17"));
    }

    private static Path only(Path folder, String begin, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(begin))
                    .filter(file -> file.getFileName().toString().endsWith(end))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Result call(Path from, Map<String, String> environment, String... command)
            throws IOException, InterruptedException {
        Path log = Files.createTempFile(dir, "call", ".log");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(List.of(command)))
                .directory(from.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running: " + Files.readString(log));
        }
        return new Result(process.exitValue(), Files.readString(log));
    }
}
