package org.simrelay.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What editors and file systems leave beside a poll is no poll, and stops nothing. */
class PassedOverTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path dir;

    private Path polls;
    private Path vendors;

    @BeforeEach
    void routes() throws IOException {
        polls = Files.createDirectories(dir.resolve("routes/polls"));
        vendors = Files.createDirectories(dir.resolve("routes/vendors"));
        Files.createDirectories(dir.resolve("routes/shared"));
        Files.writeString(polls.resolve("iotbos-usage.camel.yaml"), "uri: direct:iotbos-call\n");
    }

    private RouteFiles files() throws IOException {
        Path settings = Files.writeString(dir.resolve("application.properties"), "");
        return new RouteFiles(dir.resolve("routes"), Settings.load(settings, Map.of()));
    }

    @Test
    void hiddenFilesAndCopiesArePassedOverWithoutAWord() throws IOException {
        Files.createSymbolicLink(polls.resolve(".#iotbos-usage.camel.yaml"), Path.of("user@host.123:456"));
        Files.write(polls.resolve("._iotbos-usage.camel.yaml"), new byte[] {0, 5, 22, 7, (byte) 0xff});
        Files.writeString(polls.resolve(".iotbos-usage.camel.yaml.swp"), "x");
        Files.writeString(polls.resolve("iotbos-usage.camel.yaml~"), "x");
        Files.writeString(polls.resolve("#iotbos-usage.camel.yaml#"), "x");
        Files.writeString(polls.resolve("4913"), "");
        Files.createDirectories(polls.resolve("..2026_11_26/x"));
        assertThat(files().polls()).containsExactly("iotbos-usage");
        assertThat(files().all()).hasSize(1);
        PassedOver passedOver = new PassedOver(files());
        assertThat(passedOver.doubtful()).isEmpty();
        assertThat(passedOver.problems()).isEmpty();
    }

    @Test
    void whatCouldBeMeantAsAPollIsNamed() throws IOException {
        Files.createSymbolicLink(polls.resolve("a-gone.camel.yaml"), Path.of("nowhere"));
        Files.createDirectories(polls.resolve("b-folder.camel.yaml"));
        Files.writeString(polls.resolve("c-short.yaml"), "x");
        Files.writeString(vendors.resolve("d-short.camel.YML"), "x");
        assertThat(files().polls()).containsExactly("iotbos-usage");
        assertThat(new PassedOver(files()).doubtful())
                .satisfiesExactlyInAnyOrder(
                        gone -> assertThat(gone).contains("a-gone.camel.yaml is passed over", "a link to what is not"),
                        folder -> assertThat(folder).contains("b-folder.camel.yaml is passed over", "a folder"),
                        ending -> assertThat(ending).contains("c-short.yaml is passed over", ".camel.yaml"),
                        ending -> assertThat(ending).contains("d-short.camel.YML is passed over", ".camel.yaml"));
        assertThat(new PassedOver(files()).problems()).isEmpty();
    }

    @Test
    void aRouteUnderAnotherNameOrElsewhereIsWrong() throws IOException {
        String route = "- route:\n    id: a\n    from:\n      uri: direct:a\n";
        Files.writeString(polls.resolve("a-usage.yml"), route);
        Files.writeString(polls.resolve("b-usage.camel.YAML"), route);
        Files.writeString(dir.resolve("routes/c-usage.camel.yaml"), route);
        Files.createDirectories(polls.resolve("new"));
        Files.writeString(polls.resolve("new/d-usage.camel.yaml"), route);
        PassedOver passedOver = new PassedOver(files());
        assertThat(passedOver.problems())
                .satisfiesExactlyInAnyOrder(
                        ending -> assertThat(ending).contains("a-usage.yml is passed over", "; rename it"),
                        ending -> assertThat(ending).contains("b-usage.camel.YAML is passed over", "; rename it"),
                        place -> assertThat(place).contains("c-usage.camel.yaml is passed over", "; move it to"));
        assertThat(passedOver.doubtful())
                .singleElement()
                .asString()
                .contains("new is passed over with the route files in it");
    }

    @Test
    void whatOtherRoutesNeedIsWrong() throws IOException {
        Files.createSymbolicLink(vendors.resolve("iotbos-call.camel.yaml"), Path.of("nowhere"));
        PassedOver passedOver = new PassedOver(files());
        assertThat(passedOver.problems())
                .isEqualTo(List.of(vendors.resolve("iotbos-call.camel.yaml")
                        + " is a link to what is not there, and other routes need it; mend it"));
        assertThat(passedOver.doubtful()).isEmpty();
    }
}
