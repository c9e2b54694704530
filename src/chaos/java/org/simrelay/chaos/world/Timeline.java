package org.simrelay.chaos.world;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Step;
import org.simrelay.chaos.world.Incidents.Sort;

/** Does what a story says, each thing at its time, one after the other. */
public final class Timeline {
    private record Moment(int at, Act.Effect effect, String text) {}

    private Timeline() {}

    public static void play(List<Step> steps, Stage stage) throws Exception {
        List<Moment> moments = new ArrayList<>();
        for (Step step : steps) {
            moments.add(new Moment(step.at(), step.act().begin(), step.act().text()));
            moments.add(new Moment(
                    step.at() + step.lasts(),
                    step.act().end(),
                    "over: " + step.act().text()));
        }
        moments.sort(Comparator.comparingInt(Moment::at));
        long start = System.nanoTime();
        for (Moment moment : moments) {
            long left = TimeUnit.MILLISECONDS.toNanos(moment.at()) - (System.nanoTime() - start);
            if (left > 0) {
                TimeUnit.NANOSECONDS.sleep(left);
            }
            stage.incidents().add(Sort.NOTE, moment.text());
            try {
                moment.effect().on(stage);
            } catch (RuntimeException e) {
                // nobody can change a topic of a broker that another fault has stopped; calm mends all there is
                stage.incidents().add(Sort.NOTE, "not done: " + e.getMessage());
            }
        }
    }
}
