package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Settings;
import org.simrelay.config.SettingsException;
import org.simrelay.sweep.Progress;
import org.simrelay.sweep.Requests;
import org.simrelay.sweep.Sweep;

/** Cuts the inventory into batches; the expression of a poll's split. */
public final class Batches {

    private static final int LARGEST = 10_000;

    private final Settings settings;
    private final LastSizes lastSizes;
    private final Surveys surveys;

    public Batches(Settings settings, LastSizes lastSizes, Clock clock) {
        this.settings = settings;
        this.lastSizes = lastSizes;
        this.surveys = new Surveys(clock);
    }

    /**
     * The batches of a sweep, {@code <vendor>.batch-size} cards each, from {@code cards.file} as it is now.
     *
     * @param inventory a file to read instead, for a replay
     * @throws SettingsException when the inventory cannot be read, holds no card, or lost half of those of the last sweep
     */
    public Requests of(
            @ExchangeProperty("sweep") Sweep sweep, @ExchangeProperty("inventory") @Nullable Path inventory) {
        int size = size(sweep.id().vendor());
        Inventory cards = inventory == null ? inventory() : new Inventory(inventory);
        Survey survey = survey(cards);
        if (inventory == null) {
            sweep.expects(survey.cards());
            lastSizes.check(sweep.id().poll(), survey.cards());
        }
        try {
            Progress from = sweep.goOnFrom(BatchSource.fingerprint(survey, size));
            return sweep.from(new BatchSource(cards, survey, size, from));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** The cards in one request to the vendor. */
    public int size(String vendor) {
        return settings.integer(vendor + ".batch-size", 1, LARGEST);
    }

    /**
     * Reads the inventory once through.
     *
     * @throws SettingsException when it cannot be read or holds no card
     */
    public Survey survey() {
        return survey(inventory());
    }

    private Survey survey(Inventory inventory) {
        try {
            Survey survey = surveys.of(inventory);
            if (survey.cards() == 0) {
                throw new SettingsException(
                        inventory.file()
                                + " holds no card; put a card number on each line, or a CSV with a column \"card\" (cards.file)");
            }
            return survey;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private Inventory inventory() {
        return new Inventory(Path.of(settings.require("cards.file")));
    }

    private static SettingsException unreadable(IOException e) {
        String what =
                e instanceof java.nio.file.NoSuchFileException ? e.getMessage() + " is not there" : e.getMessage();
        return new SettingsException("the inventory cannot be read: " + what + "; mend it or set cards.file");
    }
}
