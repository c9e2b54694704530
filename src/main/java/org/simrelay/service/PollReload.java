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
import org.simrelay.check.RouteCheck;
import org.simrelay.config.Causes;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;
import org.simrelay.jvm.EachTurn;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.kafka.Topics;
import org.simrelay.lifecycle.Sweeps;
import org.simrelay.mapping.Mappings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a poll file that was saved in place of its route, when no sweep of it runs: one that runs ends as it began. A file
 * that is wrong is rejected, and the previous version stays active. Camel's own reload would cut the sweep.
 *
 * <p>The files are read every now and then, and compared by what they say: a watch on the folder does not see a file that is a
 * link whose target changes, as in a volume of Kubernetes.
 */
final class PollReload {

    private static final Logger LOG = LoggerFactory.getLogger(PollReload.class);
    private static final long BETWEEN_MILLIS = 1_000;

    private final CamelContext context;
    private final Installation home;
    private final Sweeps sweeps;
    private final RouteCheck check;
    private final Map<Path, PollFile> known = new HashMap<>();

    PollReload(CamelContext context, Installation home, Sweeps sweeps) {
        this.context = context;
        this.home = home;
        this.sweeps = sweeps;
        this.check = new RouteCheck(home.settings());
    }

    /** Watches the polls' folder until the context stops. */
    void start() throws IOException {
        for (String poll : home.files().polls()) {
            Path path = home.files().poll(poll);
            known.put(path, new PollFile(path, TextFile.read(path)));
        }
        context.getRegistry()
                .lookupByNameAndType("mappings", Mappings.class)
                .explainedBy(poll -> RouteCheck.mapping(home, poll));
        ScheduledExecutorService timer =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "poll-reload");
        var unused = timer.scheduleWithFixedDelay(
                new EachTurn("poll-reload", this::look), BETWEEN_MILLIS, BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        try {
            for (String poll : home.files().polls()) {
                look(poll, known.computeIfAbsent(home.files().poll(poll), path -> new PollFile(path, null)));
            }
        } catch (SettingsException e) {
            LOG.debug("the polls' folder cannot be read now", e);
        }
    }

    private void look(String poll, PollFile file) {
        String text;
        try {
            text = TextFile.read(file.path());
        } catch (IOException e) {
            // being replaced, or gone: what is deleted takes effect at the next start
            return;
        } catch (SettingsException e) {
            file.reject(Causes.of(e), Causes.of(e));
            return;
        }
        if (!file.isSaved(text, mapping(poll))) {
            return;
        }
        try {
            List<String> wrong = wrong(poll, file, text);
            if (!wrong.isEmpty()) {
                file.reject(text, String.join("; ", wrong));
            } else if (!sweeps.whileIdle(poll, () -> replace(file, text))) {
                file.announce(text);
            }
        } catch (RuntimeException e) {
            file.reject(text, Causes.of(e));
        }
    }

    private String mapping(String poll) {
        try {
            return TextFile.read(home.files().mapping(poll));
        } catch (IOException | SettingsException e) {
            return "";
        }
    }

    private List<String> wrong(String poll, PollFile file, String text) {
        List<String> wrong = check.problems(home, file.path(), text);
        if (!wrong.isEmpty() || file.active() != null) {
            return wrong;
        }
        KafkaSettings settings = new KafkaSettings(home.settings());
        return new ClusterCheck(settings, settings.batchSize()).problems(Topics.ofPolls(List.of(poll)), List.of());
    }

    private void replace(PollFile file, String text) {
        try {
            load(file.path(), text);
            file.reloaded(text);
        } catch (Exception e) {
            file.reject(text, Causes.of(e));
            String before = file.active();
            if (before != null) {
                restore(file.path(), before);
            }
        }
    }

    private void restore(Path path, String text) {
        try {
            load(path, text);
        } catch (Exception e) {
            LOG.error("{}: the previous version cannot be loaded again, its poll does not run: {}", path, Causes.of(e));
        }
    }

    private void load(Path path, String text) throws Exception {
        Resource resource = ResourceHelper.fromString("file:" + path, text);
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(resource));
    }
}
