package org.simrelay.chaos.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;

/** Draws stories: the same one from the same seed, kinds and words. */
public final class Grammar {
    private static final int MOST_STEPS = 5;
    private static final int LENGTH = 14_000;
    private static final int LONG_STEP = 9_000;
    /** Long enough for a breaker to open, to be tried in vain, and to open again. */
    private static final int LONGEST_STEP = 28_000;

    private static final int EVERY_NTH = 3;

    private final List<Kind> kinds;

    /**
     * @param kinds all there are
     * @param only names of kinds or rooms to draw from; all if empty
     */
    public Grammar(List<Kind> kinds, Set<String> only) {
        this.kinds = kinds.stream()
                .filter(k -> only.isEmpty() ? k.weight() > 0 : only.contains(k.name()) || only.contains(k.room()))
                .toList();
        if (this.kinds.isEmpty()) {
            throw new IllegalArgumentException("no kind of fault is called " + only + "; there are "
                    + kinds.stream().map(Kind::name).toList());
        }
    }

    public Story draw(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        World world = World.draw(random);
        while (!hasKinds(world)) {
            world = World.draw(random);
        }
        List<Kind> fit = fitting(world);
        List<Kind> drawn = new ArrayList<>();
        for (int left = random.nextInt(1, MOST_STEPS + 1); left > 0; left--) {
            drawn.add(pick(fit, random));
        }
        return story(seed, world.drawEveryNth(seed), drawn, random);
    }

    /** A few stories that together have each kind of fault that is drawn by chance at all, in worlds with both vendors. */
    public List<Story> covering(long seed, int steps) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Kind> left = new ArrayList<>(kinds);
        Collections.shuffle(left, new Random(random.nextLong()));
        List<Story> stories = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Kind> some = left.subList(0, Math.min(steps, left.size()));
            World world = World.draw(random);
            while (!world.has("cmiot") || !world.has("iotbos") || world.budget() > 0) {
                world = World.draw(random);
            }
            // every other one
            int nth = stories.size() % 2 == 0 ? 0 : EVERY_NTH;
            stories.add(story(seed, world.withEveryNth(nth), List.copyOf(some), random));
            some.clear();
        }
        return stories;
    }

    private static Story story(long seed, World world, List<Kind> kinds, SplittableRandom random) {
        List<Step> steps = new ArrayList<>();
        for (Kind kind : kinds) {
            Act act = kind.draw().of(random, world);
            int lasts =
                    random.nextInt(6) == 0 ? random.nextInt(LONG_STEP, LONGEST_STEP) : random.nextInt(1_000, LONG_STEP);
            steps.add(new Step(random.nextInt(LENGTH), Math.max(lasts, kind.least()), act));
        }
        steps.sort(Comparator.comparingInt(Step::at));
        return new Story(seed, world, List.copyOf(steps));
    }

    private boolean hasKinds(World world) {
        return !fitting(world).isEmpty();
    }

    private List<Kind> fitting(World world) {
        return kinds.stream().filter(k -> k.fits().test(world)).toList();
    }

    private static Kind pick(List<Kind> kinds, SplittableRandom random) {
        int at = random.nextInt(
                kinds.stream().mapToInt(k -> Math.max(1, k.weight())).sum());
        for (Kind kind : kinds) {
            at -= Math.max(1, kind.weight());
            if (at < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights do not add up");
    }
}
