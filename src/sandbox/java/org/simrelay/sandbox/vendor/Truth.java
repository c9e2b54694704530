package org.simrelay.sandbox.vendor;

import java.util.Arrays;

/** What the vendors know of a card, whatever faults make of it on the way: for those who judge what was published. */
public final class Truth {
    private final CmiotArrearage arrearage;
    private final Mix mix;
    private final Faults faults;

    Truth(CmiotArrearage arrearage, Mix mix, Faults faults) {
        this.arrearage = arrearage;
        this.mix = mix;
        this.faults = faults;
    }

    /**
     * The item of a card, as JSON.
     *
     * @param path the query's path or its last word, such as {@code Exceed} or {@code arrearageuserinfo}
     */
    public String item(String path, String card) {
        String segment = Paths.segment(path);
        if (segment.equals(Paths.segment(Paths.ARREARAGE))) {
            return arrearage.item(card);
        }
        for (CmiotQuery query : CmiotQuery.values()) {
            if (query.segment().equals(segment)) {
                return CmiotCards.item(query, card, mix);
            }
        }
        return Arrays.stream(IotbosQuery.values())
                .filter(q -> q.segment().equals(segment))
                .findFirst()
                .map(q -> new IotbosItems(q, mix, faults).item(card))
                .orElseThrow(() -> new IllegalArgumentException("no query has the path " + path));
    }
}
