package org.simrelay.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.Resource;
import org.apache.camel.support.FileWatcherResourceReloadStrategy;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.simrelay.config.RouteCheck;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.ClusterCheck;
import org.simrelay.kafka.KafkaSettings;
import org.simrelay.lifecycle.Sweeps;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts a poll file that was saved in place of its route, when no sweep of it runs: one that runs ends as it began. A file
 * that is wrong is refused, and the route goes on as it was. Camel's own reload would cut the sweep.
 */
final class PollReload {

    private static final Logger LOG = LoggerFactory.getLogger(PollReload.class);
    private static final String ENDING = ".camel.yaml";

    private final CamelContext context;
    private final Home home;
    private final Sweeps sweeps;
    private final RouteCheck check;
    private final Map<Path, String> good = new ConcurrentHashMap<>();
    private final Set<Path> changed = ConcurrentHashMap.newKeySet();
    private final Set<Path> announced = ConcurrentHashMap.newKeySet();

    PollReload(CamelContext context, Home home, Sweeps sweeps) {
        this.context = context;
        this.home = home;
        this.sweeps = sweeps;
        this.check = new RouteCheck(home.settings());
    }

    /** Watches the polls' folder until the context stops. */
    void start() throws Exception {
        for (String poll : home.files().polls()) {
            Path file = home.files().poll(poll);
            good.put(file, Files.readString(file));
        }
        FileWatcherResourceReloadStrategy watcher = new FileWatcherResourceReloadStrategy(
                Objects.requireNonNull(home.files().poll("x").getParent()).toString());
        watcher.setFileFilter(file -> file.getName().endsWith(ENDING));
        watcher.setPollTimeout(500);
        watcher.setResourceReload((name, resource) -> changed.add(home.files().poll(idOf(resource))));
        context.addService(watcher);
        ScheduledExecutorService timer =
                context.getExecutorServiceManager().newSingleThreadScheduledExecutor(this, "poll-reload");
        var unused = timer.scheduleWithFixedDelay(this::applyChanges, 200, 200, TimeUnit.MILLISECONDS);
    }

    private void applyChanges() {
        for (Path file : List.copyOf(changed)) {
            try {
                if (apply(file)) {
                    changed.remove(file);
                    announced.remove(file);
                }
            } catch (IOException | RuntimeException e) {
                changed.remove(file);
                LOG.error("{} is not taken, its poll goes on as it was: {}", file, e.getMessage());
            }
        }
    }

    /** Whether nothing is left to do for the file. */
    private boolean apply(Path file) throws IOException {
        String poll = RouteFiles.id(file);
        String text = Files.exists(file) ? Files.readString(file) : "";
        if (text.isBlank() || text.equals(good.get(file)) || !home.settings().enabled(RouteFiles.vendor(poll))) {
            return true;
        }
        List<String> wrong = check.wrong(file, text);
        if (!wrong.isEmpty()) {
            throw new SettingsException(String.join("; ", wrong));
        }
        if (!good.containsKey(file)) {
            KafkaSettings settings = new KafkaSettings(home.settings());
            wrong = new ClusterCheck(settings, settings.batchSize())
                    .problems(Preflight.topics(List.of(poll)), List.of());
            if (!wrong.isEmpty()) {
                throw new SettingsException(String.join("; ", wrong));
            }
        }
        boolean applied = sweeps.whileIdle(poll, () -> replace(file, text));
        if (!applied && announced.add(file)) {
            LOG.info("{} was saved and takes effect when the running sweep has ended", file);
        }
        return applied;
    }

    private void replace(Path file, String text) {
        try {
            load(file, text);
            good.put(file, text);
            LOG.info("{} taken", file);
        } catch (Exception e) {
            LOG.error("{} is not taken, its poll goes on as it was: {}", file, Reasons.of(e));
            String before = good.get(file);
            if (before != null) {
                restore(file, before);
            }
        }
    }

    private void restore(Path file, String text) {
        try {
            load(file, text);
        } catch (Exception e) {
            LOG.error("{} as it was cannot be taken back, its poll does not run: {}", file, Reasons.of(e));
        }
    }

    private void load(Path file, String text) throws Exception {
        Resource resource = ResourceHelper.fromString("file:" + file, text);
        PluginHelper.getRoutesLoader(context).updateRoutes(List.of(resource));
    }

    private static String idOf(Resource resource) {
        return RouteFiles.id(new File(resource.getURI().getPath()).toPath());
    }
}
