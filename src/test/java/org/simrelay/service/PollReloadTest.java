package org.simrelay.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.apache.camel.component.quartz.QuartzEndpoint;
import org.apache.camel.main.Main;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.Warnings;
import org.simrelay.config.Installation;
import org.simrelay.jvm.MonotonicClock;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.mapping.Mappings;

/** A poll that was saved takes effect, however it came to its place; in a volume of Kubernetes it is a link, whose target changes. */
class PollReloadTest {

    private static final Duration MOST = Duration.ofSeconds(60);
    private static final String USAGE = "iotbos-usage";
    private static final String STATE = "iotbos-state";

    @RegisterExtension
    private final Warnings warnings = new Warnings();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @SuppressWarnings("NullAway.Init")
    private Path polls;

    @SuppressWarnings("NullAway.Init")
    private Main main;

    @BeforeEach
    void start() throws Exception {
        Path routes = Files.createDirectories(dir.resolve("routes"));
        Path shipped = Path.of("routes").toAbsolutePath();
        for (String folder : List.of("shared", "vendors", "mappings")) {
            copy(shipped.resolve(folder), routes.resolve(folder));
        }
        polls = Files.createDirectories(routes.resolve("polls"));
        for (String poll : List.of(USAGE, STATE)) {
            Files.copy(shipped.resolve("polls/" + poll + ".camel.yaml"), file(poll));
        }
        Files.createSymbolicLink(polls.resolve(".#iotbos-usage.camel.yaml"), Path.of("user@host.1:2"));
        Files.createDirectories(dir.resolve("config"));
        Files.writeString(dir.resolve("config/application.properties"), "iotbos.url=http://127.0.0.1:9\n");
        Installation home = Installation.open(
                dir, Map.of("IOTBOS_MAIN_ACCOUNT", "a", "IOTBOS_MAIN_PASSWORD", "b", "CMIOT_ENABLED", "false"));
        main = CamelMain.of(home, Clock.systemUTC(), new MonotonicClock(), new DryRunKafka());
        main.start();
        new PollReload(context(), home, sweeps()).start();
    }

    @AfterEach
    void stop() {
        main.stop();
    }

    @Test
    void aFileThatIsWrittenAnewTakesEffect() throws IOException {
        save(USAGE, "0 1 * * * ?");
        await().atMost(MOST).until(() -> cron(USAGE), "0 1 * * * ?"::equals);
    }

    @Test
    void aLinkWhoseTargetIsSwappedTakesEffect() throws IOException {
        volume("..1", text(USAGE, "0 2 * * * ?"));
        Files.delete(file(USAGE));
        Files.createSymbolicLink(file(USAGE), Path.of("..data", USAGE + ".camel.yaml"));
        await().atMost(MOST).until(() -> cron(USAGE), "0 2 * * * ?"::equals);
        volume("..2", text(USAGE, "0 3 * * * ?"));
        await().atMost(MOST).until(() -> cron(USAGE), "0 3 * * * ?"::equals);
    }

    @Test
    void aFileThatIsWrongIsRejectedOnceAndThePreviousVersionStaysActive() throws IOException {
        String before = cron(USAGE);
        Files.writeString(file(USAGE), "- route:\n    id: [");
        await().atMost(MOST).until(() -> !warnings.lines().isEmpty());
        // by then the first has been looked at several times more
        save(STATE, "0 4 * * * ?");
        await().atMost(MOST).until(() -> cron(STATE), "0 4 * * * ?"::equals);
        assertThat(cron(USAGE)).isEqualTo(before);
        assertThat(warnings.lines())
                .singleElement()
                .asString()
                .contains(USAGE, "rejected, the previous version stays active", "is no YAML");

        Files.write(file(USAGE), "# 已激活".getBytes(Charset.forName("GBK")));
        await().atMost(MOST).until(() -> warnings.lines().size() == 2);
        assertThat(warnings.lines().get(1)).contains("is not UTF-8", "looks like GBK");

        save(USAGE, "0 5 * * * ?");
        await().atMost(MOST).until(() -> cron(USAGE), "0 5 * * * ?"::equals);
    }

    @Test
    void aFileThatWasRejectedForItsMappingIsTakenOnceThatIsMended() throws IOException {
        Path mapping = dir.resolve("routes/mappings/iotbos-usage.jslt");
        String right = Files.readString(mapping);
        String before = cron(USAGE);
        Files.writeString(mapping, right.replace("int(", "inte("));
        save(USAGE, "0 6 * * * ?");
        await().atMost(MOST).until(() -> !warnings.lines().isEmpty());
        assertThat(warnings.lines().get(0))
                .contains(mapping + " line 7 column", "no function inte (did you mean int?)");
        assertThat(cron(USAGE)).isEqualTo(before);
        Files.writeString(mapping, right);
        await().atMost(MOST).until(() -> cron(USAGE), "0 6 * * * ?"::equals);
    }

    @Test
    void aSweepThatMeetsABrokenMappingSaysFileLineAndRemedy() throws IOException {
        Path mapping = dir.resolve("routes/mappings/iotbos-usage.jslt");
        Mappings mappings = context().getRegistry().lookupByNameAndType("mappings", Mappings.class);
        mappings.refresh(USAGE);
        Files.writeString(mapping, Files.readString(mapping).replace("int(", "inte("));
        mappings.refresh(USAGE);
        assertThat(warnings.lines()).anySatisfy(line -> assertThat(line)
                .startsWith("the mapping or its schema is rejected, the previous version stays active: " + mapping
                        + " line 7 column ")
                .contains("no function inte (did you mean int?); mend it"));
        Files.writeString(mapping, "{ \"card\": $card ");
        mappings.refresh(USAGE);
        assertThat(warnings.lines().get(warnings.lines().size() - 1))
                .contains(mapping + " line 1", "; ")
                .doesNotContain("Encountered", "Parse error");
    }

    @Test
    void whileItsSweepRunsAPollStaysAsItIs() throws Exception {
        String before = cron(USAGE);
        CountDownLatch sweeping = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread sweep = new Thread(() -> sweeps().whileIdle(USAGE, () -> {
            sweeping.countDown();
            try {
                assertThat(ended.await(MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        sweep.start();
        assertThat(sweeping.await(MOST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        save(USAGE, "0 6 * * * ?");
        save(STATE, "0 7 * * * ?");
        await().atMost(MOST).until(() -> cron(STATE), "0 7 * * * ?"::equals);
        save(STATE, "0 8 * * * ?");
        await().atMost(MOST).until(() -> cron(STATE), "0 8 * * * ?"::equals);
        assertThat(cron(USAGE)).isEqualTo(before);
        ended.countDown();
        await().atMost(MOST).until(() -> cron(USAGE), "0 6 * * * ?"::equals);
        sweep.join(MOST.toMillis());
    }

    /** As the kubelet does it: the files in a folder of their own, and a link to it swapped. */
    private void volume(String name, String text) throws IOException {
        Path folder = Files.createDirectories(polls.resolve(name));
        Files.writeString(folder.resolve(USAGE + ".camel.yaml"), text);
        Path link = Files.createSymbolicLink(polls.resolve("..data_tmp"), Path.of(name));
        Files.move(link, polls.resolve("..data"), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void save(String poll, String cron) throws IOException {
        Files.writeString(file(poll), text(poll, cron));
    }

    private static String text(String poll, String cron) throws IOException {
        return Files.readString(Path.of("routes/polls/" + poll + ".camel.yaml"))
                .replaceFirst("cron: .*", "cron: '" + cron + "'");
    }

    private Path file(String poll) {
        return polls.resolve(poll + ".camel.yaml");
    }

    private String cron(String poll) {
        Route route = context().getRoute(poll);
        // while it is replaced there is none
        return route == null ? "" : ((QuartzEndpoint) route.getEndpoint()).getCron();
    }

    private Sweeps sweeps() {
        return context().getRegistry().lookupByNameAndType("sweeps", Sweeps.class);
    }

    private CamelContext context() {
        return main.getCamelContext();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
