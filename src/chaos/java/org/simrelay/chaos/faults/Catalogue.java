package org.simrelay.chaos.faults;

import java.util.List;
import java.util.stream.Stream;
import org.simrelay.chaos.grammar.Kind;

/** All kinds of faults that there are. */
public final class Catalogue {
    private Catalogue() {}

    public static List<Kind> all() {
        return Stream.of(
                        VendorFaults.kinds(),
                        CardFaults.kinds(),
                        ListFaults.kinds(),
                        NetworkFaults.kinds(),
                        InventoryFaults.kinds(),
                        KafkaFaults.kinds(),
                        ClientFaults.kinds(),
                        LedgerFaults.kinds(),
                        ServiceFaults.kinds(),
                        MachineFaults.kinds(),
                        FileFaults.kinds())
                .flatMap(List::stream)
                .toList();
    }
}
