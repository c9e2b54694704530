package org.simrelay.inventory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The cards of an inventory as they were when it was read, each once and in order: what is counted is what is handed out,
 * whatever becomes of the inventory's file. It goes when its last user closes it.
 */
final class InventoryCopy implements AutoCloseable {

    private final CardFile file;
    private final InventoryScan survey;
    private final boolean namesAccounts;
    private final AtomicInteger users = new AtomicInteger(1);

    /** The maker is its first user. */
    private InventoryCopy(CardFile file, InventoryScan survey, boolean namesAccounts) {
        this.namesAccounts = namesAccounts;
        this.file = file;
        this.survey = survey;
    }

    /**
     * Copies an inventory.
     *
     * @param lines at its first line; closed when this returns
     * @param folder for the copy
     * @throws IOException when the inventory cannot be read on
     * @throws org.simrelay.config.SettingsException when the folder does not take the copy
     */
    static InventoryCopy of(InventoryCursor lines, Path folder) throws IOException {
        try (lines) {
            CardFile file = CardFile.in(folder);
            try {
                return of(lines, file);
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        }
    }

    private static InventoryCopy of(InventoryCursor lines, CardFile file) throws IOException {
        CardWriter writer = new CardWriter(file);
        long badLines = 0;
        long firstBad = 0;
        for (InventoryCursor.Line line = lines.next(); line != null; line = lines.next()) {
            if (line.card() != null) {
                writer.add(line.card());
            } else {
                badLines++;
                firstBad = firstBad == 0 ? line.number() : firstBad;
            }
        }
        writer.flush();
        CardWriter distinct = Repeats.remove(file, writer);
        return new InventoryCopy(
                file,
                new InventoryScan(distinct.cards(), distinct.fingerprint(), badLines, firstBad),
                lines.namesAccounts());
    }

    /** Whether it has the cards of one account only; else those of all. */
    boolean namesAccounts() {
        return namesAccounts;
    }

    /** What was found when it was made. */
    InventoryScan survey() {
        return survey;
    }

    /**
     * Opens it at its first card, for one user more, who closes the cursor.
     *
     * @throws IllegalStateException when it is gone
     */
    CardCursor open() {
        if (users.getAndUpdate(n -> n == 0 ? 0 : n + 1) == 0) {
            throw new IllegalStateException("the copy is closed");
        }
        return new CardCursor(this, file);
    }

    /** A user less. */
    @Override
    public void close() {
        if (users.decrementAndGet() == 0) {
            try {
                file.close();
            } catch (IOException e) {
                // a file that was only read has nothing left to lose
            }
        }
    }
}
