package org.simrelay.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.judge.Finding;
import org.simrelay.chaos.judge.Judge;
import org.simrelay.chaos.report.Report;
import org.simrelay.chaos.report.Shrinker;
import org.simrelay.chaos.world.Installation;
import org.simrelay.chaos.world.Lane;

/** Plays stories in lanes, side by side, and counts what came of them. */
public final class Round {
    private final Options options;
    private final Report report;
    private final Path dir;
    private final Judge judge;
    private final Installation installation;
    private final AtomicInteger played = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final AtomicInteger broken = new AtomicInteger();

    /** Where the next story comes from; null when there is none. */
    @FunctionalInterface
    public interface Stories {
        @Nullable Story next();
    }

    /** @param dir for the lanes' files */
    public Round(Options options, Report report, Path dir) {
        this.options = options;
        this.report = report;
        this.dir = dir;
        this.installation = Installation.of(options.jar());
        this.judge = new Judge(installation.home().resolve("routes/schemas"), options.ignored());
    }

    /** Plays all stories; true without a finding, where the stage did not break more often than not. */
    public boolean play(Stories stories) throws IOException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(options.lanes());
        List<Future<?>> lanes = new ArrayList<>();
        for (int i = 1; i <= options.lanes(); i++) {
            Path place = Files.createDirectories(dir.resolve("lane-" + i));
            lanes.add(threads.submit(() -> {
                lane(place, stories);
                return null;
            }));
        }
        threads.shutdown();
        for (Future<?> lane : lanes) {
            try {
                lane.get();
            } catch (ExecutionException e) {
                report.say("a lane broke: " + e.getCause());
                broken.incrementAndGet();
            }
        }
        report.say(played + " stories, " + failed + " with findings, " + broken + " that could not be played");
        return failed.get() == 0 && broken.get() < played.get();
    }

    private void lane(Path place, Stories stories) throws Exception {
        try (Lane lane = Lane.open(place)) {
            Story story = next(stories);
            while (story != null) {
                story(story, lane);
                story = next(stories);
            }
        }
    }

    private static @Nullable Story next(Stories stories) {
        synchronized (stories) {
            return stories.next();
        }
    }

    private void story(Story story, Lane lane) throws Exception {
        long from = System.nanoTime();
        try {
            List<Finding> findings = judge.judge(Play.of(story, lane, installation));
            Duration took = Duration.ofNanos(System.nanoTime() - from);
            played.incrementAndGet();
            if (findings.isEmpty()) {
                report.good(story, took);
                return;
            }
            failed.incrementAndGet();
            report.bad(story, findings, "in " + took.toSeconds() + " s");
            if (options.shrinks() && story.steps().size() > 1) {
                Shrinker.Shrunk shrunk =
                        Shrinker.shrink(story, findings, shorter -> judge.judge(Play.of(shorter, lane, installation)));
                report.bad(shrunk.story(), shrunk.findings(), "made shorter");
            }
        } catch (RuntimeException | IOException e) {
            // the stage broke, not the service: told apart, and no finding
            broken.incrementAndGet();
            report.broken(story, e);
        }
    }
}
