package org.simrelay.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.simrelay.chaos.grammar.Story;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.judge.Evidence;
import org.simrelay.chaos.judge.TopicReader;
import org.simrelay.chaos.world.Incidents.Sort;
import org.simrelay.chaos.world.Installation;
import org.simrelay.chaos.world.InventoryFile.Way;
import org.simrelay.chaos.world.Lag;
import org.simrelay.chaos.world.Lane;
import org.simrelay.chaos.world.Stage;
import org.simrelay.chaos.world.Timeline;

/** Plays a story to its end: faults, calm, a sweep of each poll that is complete, SIGTERM, and what was left open. */
final class Play {
    /** A minute without any movement is what the contract allows a sweep; the rest is this story's longest waits. */
    private static final Duration REST = Duration.ofSeconds(100);

    private static final Duration LOOK = Duration.ofMillis(400);

    private final Story story;
    private final Stage stage;
    private final TopicReader reader;
    private final Rest rest;
    private final Lag lag;
    private final List<String> unsettled = new ArrayList<>();

    private Play(Story story, Stage stage, TopicReader reader, Lag lag) {
        this.story = story;
        this.stage = stage;
        this.reader = reader;
        this.rest = new Rest(story.world(), reader);
        this.lag = lag;
    }

    /** Plays it in a lane, which must be free. */
    static Evidence of(Story story, Lane lane, Installation installation) throws Exception {
        try (Stage stage = new Stage(story.world(), story.seed(), lane, installation);
                TopicReader reader = new TopicReader(lane.bootstrap());
                Lag lag = new Lag()) {
            return new Play(story, stage, reader, lag).run();
        }
    }

    private Evidence run() throws Exception {
        Timeline.play(story.steps(), stage);
        stage.calm();
        World world = story.world();
        if (stage.inventory().cards().size() < world.cards()) {
            stage.inventory().write(world.inventory(), Way.RENAME);
        }
        unsettled.addAll(stage.service().endCommands(REST));
        if (stage.hadCompany()) {
            // who was fenced by another may keep its account suspended until it is started anew
            stage.service().terminate();
        }
        if (!stage.service().isAlive()) {
            // it rightly does not start where a topic refuses what it must take
            stage.relent();
        }
        if (!stage.service().revive()) {
            unsettled.add("the service does not start:\n" + stage.service().log());
        }
        Instant calm = Instant.now();
        stage.incidents().add(Sort.CALM, "all is well");
        if (!await(() -> rest.awaited(calm).isEmpty())) {
            unsettled.add(rest.awaited(calm) + " had no complete sweep in " + REST.toSeconds()
                    + " s after all was well again; the last ends: " + rest.lastEnds() + "; the log ends:\n"
                    + tail(stage.service().log()));
        }
        stage.relent();
        stage.service().terminate();
        if (!rest.open().isEmpty()) {
            if (!stage.service().reviveWithoutTimers()) {
                unsettled.add("the service does not start:\n" + stage.service().log());
            }
            if (!await(() -> rest.open().isEmpty())) {
                unsettled.add(
                        rest.open() + " had no end " + REST.toSeconds() + " s after the next start; the log ends:\n"
                                + tail(stage.service().log()));
            }
            stage.service().terminate();
        }
        return new Evidence(
                story,
                reader.read(),
                stage.vendors().seen(),
                stage.vendors().counters(),
                stage.vendors().truth(),
                stage.vendors().tokens(),
                stage.vendors().arrearsHistory(),
                stage.inventory().versions(),
                stage.incidents(),
                stage.service().processes(),
                lag.sum(),
                List.copyOf(unsettled));
    }

    private interface Condition {
        boolean holds();
    }

    /** Waits for the rest, and for as long again as this machine was late meanwhile. */
    private boolean await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + REST.toNanos() - lag.sum().toNanos();
        while (System.nanoTime() < end + lag.sum().toNanos()) {
            if (condition.holds()) {
                return true;
            }
            TimeUnit.NANOSECONDS.sleep(LOOK.toNanos());
        }
        return condition.holds();
    }

    private static String tail(String log) {
        List<String> lines = log.lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }
}
