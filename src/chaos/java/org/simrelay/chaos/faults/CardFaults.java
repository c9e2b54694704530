package org.simrelay.chaos.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.grammar.World;
import org.simrelay.sandbox.vendor.FaultKind;
import org.simrelay.sandbox.vendor.Vendor;

/** Single cards that spoil their batch or page, or their own item; and cards that a reply lacks. */
final class CardFaults {
    private CardFaults() {}

    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (FaultKind kind : FaultKind.values()) {
            if (kind.byCard()) {
                kinds.add(new Kind(
                        "card/" + kind.id(),
                        kind == FaultKind.POISONED ? 6 : 3,
                        w -> fits(w, kind),
                        (r, w) -> odd(kind, r, w)));
            }
        }
        kinds.add(new Kind("card/absent", 3, w -> w.has("iotbos"), CardFaults::absent));
        return kinds;
    }

    private static boolean fits(World world, FaultKind kind) {
        return world.has("iotbos") || (world.has("cmiot") && kind.concerns(Vendor.CMIOT));
    }

    private static Act odd(FaultKind kind, SplittableRandom random, World world) {
        boolean cmiot =
                kind.concerns(Vendor.CMIOT) && world.has("cmiot") && (!world.has("iotbos") || random.nextBoolean());
        List<String> of = cmiot ? world.inArrears() : world.inventory();
        boolean each = !cmiot && random.nextInt(3) == 0;
        TreeSet<String> cards = new TreeSet<>();
        if (each) {
            for (int i = random.nextInt(world.batch()); i < of.size(); i += world.batch()) {
                cards.add(of.get(i));
            }
        } else {
            for (int left = random.nextInt(1, 4); left > 0; left--) {
                cards.add(of.get(random.nextInt(of.size())));
            }
        }
        String text = kind.id() + (each ? " in each batch: " : ": ") + cards;
        return new Act(
                "card/" + kind.id(),
                text,
                s -> cards.forEach(c -> s.vendorFault(kind.id() + "@" + c, true)),
                s -> cards.forEach(c -> s.vendorFault(kind.id() + "@" + c, false)));
    }

    private static Act absent(SplittableRandom random, World world) {
        List<String> cards = new ArrayList<>();
        for (int left = random.nextInt(1, 5); left > 0; left--) {
            cards.add(world.inventory().get(random.nextInt(world.cards())));
        }
        boolean once = random.nextBoolean();
        return new Act(
                "card/absent",
                (once ? "the next reply lacks " : "replies lack ") + cards,
                s -> cards.forEach(c -> {
                    if (once) {
                        s.vendors().omitOnce(c);
                    } else {
                        s.vendors().omitAlways(c);
                    }
                }),
                s -> s.vendors().heal());
    }
}
