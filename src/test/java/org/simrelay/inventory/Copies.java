package org.simrelay.inventory;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Copies of inventories, in the temporary folder, as a sweep reads them. */
public final class Copies {

    private Copies() {}

    /** At the first card of a copy that goes with the cursor. */
    public static CardCursor of(Path file) throws IOException {
        try (InventoryCopy copy = InventoryCopy.of(
                new Inventory(file).open(new FileInputStream(file.toFile())),
                Path.of(System.getProperty("java.io.tmpdir")))) {
            return copy.open();
        }
    }

    /** All cards from here on; closes the cursor. */
    static List<String> cards(CardCursor cursor) throws IOException {
        List<String> cards = new ArrayList<>();
        try (cursor) {
            for (String card = cursor.next(); card != null; card = cursor.next()) {
                cards.add(card);
            }
        }
        return cards;
    }
}
