package org.simrelay.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.simrelay.config.Nearest;

/** Looks at the header of an inventory for a column that is nearly the one of the accounts: it would be passed over. */
final class InventoryHeader {

    private static final String ACCOUNT = "account";
    private static final int LONGEST = 10_000;

    private InventoryHeader() {}

    /** A message with file, line and remedy; empty where nothing is odd, or the file cannot be read. */
    static Optional<String> doubtful(Path file) {
        List<String> cells = cells(file);
        if (!cells.contains("card") || cells.contains(ACCOUNT)) {
            return Optional.empty();
        }
        return cells.stream()
                .filter(cell -> Nearest.distance(cell, ACCOUNT) <= 2 || cell.matches("account[ _-]?(id|name)|账号|账户"))
                .findFirst()
                .map(cell ->
                        file + " line 1: the column " + cell + " is read by nobody, so that each card is one of all"
                                + " accounts; if it names the card's account, rename it to " + ACCOUNT);
    }

    private static List<String> cells(Path file) {
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            char[] begin = new char[LONGEST];
            int read = lines.read(begin);
            String text = read < 0 ? "" : new String(begin, 0, read);
            String header = text.lines().findFirst().orElse("").replace("\uFEFF", "");
            return Arrays.stream(header.split("[,;\t]", -1))
                    .map(cell -> cell.strip().replace("\"", "").toLowerCase(Locale.ROOT))
                    .toList();
        } catch (IOException e) {
            // of another charset, or none that can be read: said by who reads the cards
            return List.of();
        }
    }
}
