package org.simrelay.chaos.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;
import org.simrelay.chaos.world.InventoryFile.Way;
import org.simrelay.sandbox.vendor.Cards;

/** The inventory is written anew, grows, is cut, holds what it should not. */
final class InventoryFaults {
    private static final String BOM = "\uFEFF";
    private static final int MOST_REQUESTS = 16;
    private static final int REST_OF_A_SWEEP_SECONDS = 6;

    private InventoryFaults() {}

    static List<Kind> kinds() {
        return List.of(
                kind("shifted", 5, "without its first card and with a new one behind", (c, w) -> {
                    List<String> cards = new ArrayList<>(c.subList(Math.min(1, c.size()), c.size()));
                    cards.add(Cards.inventory(5_000).get(4_000 + c.size() % 1_000));
                    return cards;
                }),
                kind("appended", 3, "with up to 40 cards more", (c, w) -> {
                    List<String> cards = new ArrayList<>(c);
                    // as it was again, it must not look like one that lost half of its cards, which is refused
                    int end = 3_000 + Math.min(40, c.size() / 2);
                    cards.addAll(Cards.inventory(end).subList(3_000, end));
                    return cards;
                }),
                kind("cut", 3, "with two thirds of its cards", (c, w) -> c.subList(0, c.size() * 2 / 3)),
                kind("shrunk", 2, "with a tenth of its cards", (c, w) -> c.subList(0, c.size() / 10)),
                kind("reversed", 2, "in the other order", (c, w) -> {
                    List<String> cards = new ArrayList<>(c);
                    Collections.reverse(cards);
                    return cards;
                }),
                kind("doubled", 2, "with each card twice", (c, w) -> {
                    List<String> cards = new ArrayList<>(c);
                    cards.addAll(c);
                    return cards;
                }),
                new Kind("inventory/bad-lines", 2, w -> w.has("iotbos"), (r, w) -> dirty(r)),
                new Kind("inventory/mark", 1, w -> w.has("iotbos"), (r, w) -> mark()),
                new Kind("inventory/gone", 2, w -> w.has("iotbos"), (r, w) -> gone()),
                new Kind("inventory/resumed", 2, w -> w.has("iotbos"), (r, w) -> resumed(r)));
    }

    private interface Change {
        List<String> of(List<String> cards, World world);
    }

    private static Kind kind(String name, int weight, String text, Change change) {
        return new Kind("inventory/" + name, weight, w -> w.has("iotbos"), (random, world) -> {
            Way way = way(random);
            boolean back = random.nextBoolean();
            int request = random.nextInt(MOST_REQUESTS);
            return new Act(
                    "inventory/" + name,
                    "at request " + request + " from then on the inventory is written anew (" + way + ") " + text
                            + (back ? ", later as it was" : ""),
                    s -> {
                        s.awaitRequests(request);
                        s.inventory().write(change.of(s.inventory().cards(), world), way);
                    },
                    back ? s -> s.inventory().write(world.inventory(), way) : Act.Effect.NONE);
        });
    }

    private static Act dirty(SplittableRandom random) {
        Way way = way(random);
        return new Act(
                "inventory/bad-lines",
                "the inventory has lines that are no cards (" + way + ")",
                s -> {
                    List<String> good = s.world().inventory();
                    List<String> lines = new ArrayList<>(good);
                    lines.add(good.size() / 2, "no card!");
                    lines.add(good.size() / 3, "\u5361");
                    s.inventory().write(lines, good, way, "");
                },
                s -> s.inventory().write(s.world().inventory(), way));
    }

    private static Act mark() {
        return new Act(
                "inventory/mark",
                "the inventory begins with a byte order mark",
                s -> s.inventory().write(s.world().inventory(), s.world().inventory(), Way.RENAME, BOM),
                s -> s.inventory().write(s.world().inventory(), Way.RENAME));
    }

    /** What was cut goes on while no tick is due: not from its place, where the inventory is another one by then. */
    private static Act resumed(SplittableRandom random) {
        Way way = way(random);
        int request = random.nextInt(MOST_REQUESTS);
        boolean turned = random.nextBoolean();
        String change = turned ? "in the other order" : "without its first quarter";
        return Act.once(
                "inventory/resumed",
                "at request " + request
                        + " from then on kill -9 the moment that a checkpoint more is there, the inventory"
                        + " is written anew (" + way + ") " + change + ", and run again without timers; then with them",
                s -> {
                    s.awaitRequests(request);
                    s.killAtCheckpoint(1);
                    List<String> cards = new ArrayList<>(s.inventory().cards());
                    if (turned) {
                        Collections.reverse(cards);
                    }
                    s.inventory().write(turned ? cards : cards.subList(cards.size() / 4, cards.size()), way);
                    s.service().reviveWithoutTimers();
                    TimeUnit.SECONDS.sleep(REST_OF_A_SWEEP_SECONDS);
                    s.service().terminate();
                    s.service().revive();
                });
    }

    private static Act gone() {
        return new Act(
                "inventory/gone", "the inventory is gone", s -> s.inventory().delete(), s -> s.inventory()
                        .write(s.world().inventory(), Way.IN_PLACE));
    }

    private static Way way(SplittableRandom random) {
        return List.of(Way.values()).get(random.nextInt(Way.values().length));
    }
}
