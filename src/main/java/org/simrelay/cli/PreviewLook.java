package org.simrelay.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.kafka.Topics;
import org.simrelay.service.SavedReply;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;
import org.simrelay.sweep.Preview;
import org.simrelay.sweep.PreviewMatch;

/**
 * What a preview saw.
 *
 * @param records that would be published, without what is said of the sweep itself
 */
record PreviewLook(Preview preview, List<DryRunRecord> records) {

    private static final Set<String> BOOKS = Set.of(Topics.SWEEPS, Topics.CHECKPOINTS);

    /** Asked for where nobody says which cards a saved reply is about. */
    private static final String ANY = "1060000000001";

    /**
     * Asks one request. Where the inventory cannot be read, a saved reply is taken to be about the cards that it names.
     *
     * @param card to ask for alone; null for the first of the inventory
     * @param saved a reply in place of the vendor's
     */
    static PreviewLook of(Installation home, String poll, @Nullable String card, @Nullable SavedReply saved)
            throws IOException {
        PreviewLook look = at(home, poll, card == null ? List.of() : List.of(card), saved);
        if (saved == null || card != null || look.asked()) {
            return look;
        }
        PreviewLook first = at(home, poll, List.of(ANY), saved);
        if (!first.asked()) {
            return look;
        }
        PreviewMatch match = first.preview.match();
        return match == null || match.cards().isEmpty() ? first : at(home, poll, match.cards(), saved);
    }

    private boolean asked() {
        String request = preview.request();
        return request != null && !request.isEmpty();
    }

    /** @param cards none for those of the inventory */
    private static PreviewLook at(Installation home, String poll, List<String> cards, @Nullable SavedReply saved)
            throws IOException {
        DryRunKafka rehearsal = new DryRunKafka();
        Path file = cards.isEmpty() ? null : Files.write(Files.createTempFile("preview", ".csv"), cards);
        Preview preview = new Preview(file, saved != null);
        try (Service service = ServiceStart.dryRun(home, List.of(poll), rehearsal, saved)) {
            service.byHand().preview(poll, preview);
        } finally {
            if (file != null) {
                Files.delete(file);
            }
        }
        return new PreviewLook(
                preview,
                rehearsal.records().stream()
                        .filter(record -> !BOOKS.contains(record.topic()))
                        .toList());
    }
}
