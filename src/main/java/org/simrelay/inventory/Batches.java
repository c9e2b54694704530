package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.ExchangeProperty;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** Cuts the inventory into batches; the expression of a poll's split. */
public final class Batches {

    private static final int LARGEST = 10_000;

    private final Settings settings;

    public Batches(Settings settings) {
        this.settings = settings;
    }

    /**
     * The batches of a sweep, {@code <vendor>.batch-size} cards each, from {@code cards.file} as it is now.
     *
     * @throws SettingsException when the inventory cannot be read or holds no card
     */
    public Requests of(@ExchangeProperty("sweep") Sweep sweep) {
        Inventory inventory = new Inventory(Path.of(settings.require("cards.file")));
        int size = settings.integer(sweep.id().vendor() + ".batch-size", 1, LARGEST);
        try {
            Survey survey = Survey.of(inventory);
            if (survey.cards() == 0) {
                throw new SettingsException(
                        inventory.file()
                                + " holds no card; put a card number on each line, or a CSV with a column \"card\" (cards.file)");
            }
            return sweep.from(new BatchSource(inventory, survey, size));
        } catch (IOException e) {
            throw new SettingsException(
                    "the inventory cannot be read: " + e.getMessage() + "; mend it or set cards.file");
        }
    }
}
