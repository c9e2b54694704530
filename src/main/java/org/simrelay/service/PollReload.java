package org.simrelay.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.jspecify.annotations.Nullable;
import org.simrelay.check.Preflight;
import org.simrelay.check.RouteCheck;
import org.simrelay.config.Causes;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.lifecycle.Sweeps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a poll file that was saved in place of its route, when no sweep of it runs: one that runs ends as it began. A file
 * that is wrong is refused, and the route goes on as it was. Camel's own reload would cut the sweep.
 *
 * <p>The files are read every now and then, and compared by what they say: a watch on the folder does not see a file that is a
 * link whose target changes, as in a volume of Kubernetes.
 */
final class PollReload {

    private static final Logger LOG = LoggerFactory.getLogger(PollReload.class);
    private static final long BETWEEN_MILLIS = 400;

    private final CamelContext context;
    private final Installation home;
    private final Sweeps sweeps;
    private final RouteCheck check;
    private final Map<Path, Watched> watched = new HashMap<>();

    PollReload(CamelContext context, Installation home, Sweeps sweeps) {
        this.context = context;
        this.home = home;
        this.sweeps = sweeps;
        this.check = new RouteCheck(home.settings());
    }

    /** Watches the polls' folder until the context stops. */
    void start() throws IOException {
        for (String poll : home.files().polls()) {
            Path file = home.files().poll(poll);
            watched.put(file, new Watched(TextFile.read(file)));
        }
        ScheduledExecutorService timer =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "poll-reload");
        var unused = timer.scheduleWithFixedDelay(this::look, BETWEEN_MILLIS, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (String poll : home.files().polls()) {
                Path file = home.files().poll(poll);
                look(poll, file, watched.computeIfAbsent(file, f -> new Watched(null)));
            }
        } catch (SettingsException e) {
            LOG.debug("the polls' folder cannot be read now", e);
        }
    }

    private void look(String poll, Path file, Watched known) {
        String text;
        try {
            text = TextFile.read(file);
        } catch (IOException e) {
            // being replaced, or gone: what is deleted takes effect at the next start
            return;
        } catch (SettingsException e) {
            refuse(file, known, Causes.of(e), Causes.of(e));
            return;
        }
        boolean whole = text.equals(known.seen);
        known.seen = text;
        if (!whole || text.isBlank() || text.equals(known.good) || text.equals(known.refused)) {
            return;
        }
        try {
            List<String> wrong = wrong(poll, file, text, known);
            if (!wrong.isEmpty()) {
                refuse(file, known, text, String.join("; ", wrong));
            } else if (!sweeps.whileIdle(poll, () -> replace(file, text, known)) && !text.equals(known.announced)) {
                known.announced = text;
                LOG.info("{} was saved and takes effect when the running sweep has ended", file);
            }
        } catch (RuntimeException e) {
            refuse(file, known, text, Causes.of(e));
        }
    }

    private List<String> wrong(String poll, Path file, String text, Watched known) {
        List<String> wrong = check.problems(file, text);
        if (!wrong.isEmpty() || known.good != null) {
            return wrong;
        }
        KafkaSettings settings = new KafkaSettings(home.settings());
        return new ClusterCheck(settings, settings.batchSize()).problems(Preflight.topics(List.of(poll)), List.of());
    }

    private void replace(Path file, String text, Watched known) {
        try {
            load(file, text);
            known.good = text;
            LOG.info("{} taken", file);
        } catch (Exception e) {
            refuse(file, known, text, Causes.of(e));
            if (known.good != null) {
                restore(file, known.good);
            }
        }
    }

    private void restore(Path file, String text) {
        try {
            load(file, text);
        } catch (Exception e) {
            LOG.error("{} as it was cannot be taken back, its poll does not run: {}", file, Causes.of(e));
        }
    }

    private void load(Path file, String text) throws Exception {
        Resource resource = ResourceHelper.fromString("file:" + file, text);
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(resource));
    }

    /** Said once for what the file says now. */
    private static void refuse(Path file, Watched known, String text, String reason) {
        if (!text.equals(known.refused)) {
            known.refused = text;
            LOG.error("{} is not taken, its poll goes on as it was: {}", file, reason);
        }
    }

    /** What is known of a file; looked at by one thread. */
    private static final class Watched {
        /** As its route runs; null before it has one. */
        private @Nullable String good;

        /** At the last look: what is the same twice is written to its end. */
        private @Nullable String seen;

        private @Nullable String refused;
        private @Nullable String announced;

        Watched(@Nullable String good) {
            this.good = good;
        }
    }
}
