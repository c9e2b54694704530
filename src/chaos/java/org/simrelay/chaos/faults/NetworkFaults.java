package org.simrelay.chaos.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.simrelay.chaos.grammar.Act;
import org.simrelay.chaos.grammar.Kind;
import org.simrelay.chaos.world.Relay.Mode;

/** What the network between the service and its vendors does. */
final class NetworkFaults {
    private NetworkFaults() {}

    static List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        for (Mode mode : Mode.values()) {
            if (mode != Mode.WELL) {
                String name = "network/" + mode.name().toLowerCase(Locale.ROOT).replace('_', '-');
                kinds.add(new Kind(
                        name,
                        2,
                        w -> true,
                        (r, w) -> new Act(
                                name, "the network: " + mode, s -> s.relay().set(mode), s -> s.relay()
                                        .set(Mode.WELL))));
            }
        }
        return kinds;
    }
}
