package org.simrelay.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.check.CredentialStandIns;
import org.simrelay.check.Finding;
import org.simrelay.config.Installation;
import org.simrelay.scenario.ScenarioRun;
import org.simrelay.service.ServiceCheck;
import org.simrelay.steps.Call;

/** The guides of routes/README.md, followed word for word in a copy of the shipped folder: all is well with the files, and their scenarios come true. */
class GuidesTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path cards;

    @BeforeEach
    void copy() throws IOException {
        ShippedFiles.copyTo(folder);
        cards = Files.writeString(folder.resolve("config/cards.csv"), "1064800000001\n");
    }

    @Test
    void aNewQuery() throws IOException {
        Guide.between("## A new query", "## A new vendor").follow(folder);

        check("cmiot-daysms");
        assertPlays("cmiot-daysms", 1);
    }

    @Test
    void aNewVendor() throws IOException {
        vendor().follow(folder);

        check("acme-cards");
        assertPlays("acme-cards", 2);
    }

    @Test
    void aNewVendorThatWantsASignature() throws IOException {
        vendor().follow(folder);
        signature().follow(folder);
        Files.delete(folder.resolve("routes/vendors/acme-login.camel.yaml"));
        Files.delete(folder.resolve("routes/scenarios/acme-cards/secret-refused.yaml"));

        check("acme-cards");
        assertPlays("acme-cards", 1);
    }

    @Test
    void otherWaysOfOtherVendorsAreProperties() {
        Guide ways = signature();
        assertThat(ways.valuesOf("sign")).hasSizeGreaterThan(2).allSatisfy(jslt -> new Call().setSign(jslt));
        assertThat(ways.valuesOf("form")).hasSizeGreaterThan(1).allSatisfy(jslt -> new Call().setForm(jslt));
        assertThat(ways.valuesOf("headers")).isNotEmpty().allSatisfy(jslt -> new Call().setHeaders(jslt));
    }

    private static Guide vendor() {
        return Guide.between("## A new vendor", "**A signature instead");
    }

    private static Guide signature() {
        return Guide.between("**A signature instead", "## ");
    }

    /** As {@code simrelay check --offline}; nothing may be wrong. */
    private void check(String poll) {
        Map<String, String> environment = new HashMap<>(Map.of("CARDS_FILE", cards.toString()));
        environment.putAll(CredentialStandIns.of(Installation.open(folder, environment)));
        Installation home = Installation.open(folder, environment);
        assertThat(home.files().polls()).contains(poll);
        assertThat(ServiceCheck.of(home, true)).filteredOn(Finding::isError).isEmpty();
    }

    /** As {@code simrelay test}; shows what that shows. */
    private void assertPlays(String poll, int scenarios) {
        List<String> lines = new ArrayList<>();
        int failed = new ScenarioRun(folder, lines::add).play(List.of(poll));
        assertThat(failed).as(String.join("\n", lines)).isZero();
        assertThat(lines).filteredOn(line -> line.startsWith("ok ")).hasSize(scenarios);
    }
}
