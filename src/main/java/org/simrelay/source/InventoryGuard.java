package org.simrelay.source;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;

/** How many cards the inventory had in each poll's last sweep: one that lost more than half of them is cut short by mistake. */
public final class InventoryGuard {

    /** The setting that lets it pass. */
    public static final String ALLOWED = "cards.may-shrink";

    private final Settings settings;
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();

    public InventoryGuard(Settings settings) {
        this.settings = settings;
    }

    /** What is known of earlier runs of the service. */
    public void restore(Map<String, Long> earlier) {
        sizes.putAll(earlier);
    }

    /** A sweep over so many cards is over; true when that is another number than the last. */
    public boolean update(String poll, long cards) {
        Long before = sizes.put(poll, cards);
        return before == null || before != cards;
    }

    /**
     * Looks at the inventory of the sweep that begins.
     *
     * @throws SettingsException when it has less than half of the last sweep's cards, and {@code cards.may-shrink} is not true
     */
    void check(String poll, long cards) {
        @Nullable Long before = sizes.get(poll);
        if (before != null && 2 * cards < before && !settings.flag(ALLOWED, false)) {
            throw new SettingsException("the inventory has " + cards + " cards and had " + before
                    + " in the last sweep; mend cards.file, or set " + ALLOWED + "=true if that is meant");
        }
    }
}
