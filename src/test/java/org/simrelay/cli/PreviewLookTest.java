package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.config.Installation;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.service.SavedReply;

/** A saved reply can be looked at where there is no inventory: it says itself which cards it is about. */
class PreviewLookTest {

    private static final String TWO =
            """
            {"status": 1, "data": {"date": [
              {"num": "1060000000007", "State": 1, "Exceed": {"ReceivesSmsNum": 6, "UseFlow": 2}},
              {"num": "1060000000008", "State": 2}]}}""";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    @BeforeEach
    void files() throws IOException {
        ShippedFiles.copyTo(dir);
    }

    private PreviewLook look(String reply, String cards) throws IOException {
        Installation home = Installation.open(
                dir,
                Map.of(
                        "CMIOT_ENABLED",
                        "false",
                        "IOTBOS_MAIN_ACCOUNT",
                        "a",
                        "IOTBOS_MAIN_PASSWORD",
                        "b",
                        "CARDS_FILE",
                        cards));
        return PreviewLook.of(home, "iotbos-usage", null, new SavedReply(reply.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void itsCardsArePublishedWhereNoInventoryIsThere() throws IOException {
        PreviewLook look = look(TWO, dir.resolve("none.csv").toString());
        assertThat(look.records())
                .extracting(DryRunRecord::key)
                .containsExactlyInAnyOrder("1060000000007", "1060000000008");
        assertThat(look.records())
                .allSatisfy(record -> assertThat(record.topic()).isEqualTo("sim.usage"));
        assertThat(Objects.requireNonNull(look.preview().match()).strays()).isEmpty();
    }

    @Test
    void aReplyWithoutCardsIsLookedAtAllTheSame() throws IOException {
        PreviewLook look =
                look("{\"status\": 9, \"info\": \"?\"}", dir.resolve("none.csv").toString());
        assertThat(look.preview().request()).isNotEmpty();
        assertThat(look.preview().reply()).contains("\"status\"");
    }

    @Test
    void anInventoryThatIsThereSaysWhichCardsAreAskedFor() throws IOException {
        Path cards = Files.writeString(dir.resolve("cards.csv"), "1060000000008\n");
        PreviewLook look = look(TWO, cards.toString());
        assertThat(Objects.requireNonNull(look.preview().match()).strays()).containsExactly("1060000000007");
    }
}
