package org.simrelay.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.simrelay.config.Installation;
import org.simrelay.config.SettingsException;
import org.simrelay.kafka.DryRunKafka;
import org.simrelay.service.Service;
import org.simrelay.service.ServiceStart;

/** Plays scenarios with the routes and settings of a folder: one after the other, each with a service of its own. */
public final class Player {

    private static final Duration TO_FIRST_SWEEP = Duration.ofSeconds(1);
    private static final Duration TO_NEXT_SWEEP = Duration.ofMinutes(1);
    // signatures, logins: what a vendor's route files ask for comes to light when the one before is there
    private static final int MOST_STARTS = 4;

    private final Path folder;
    private final MadeUpSettings settings;

    /** @param folder the one that holds config/ and routes/ */
    public Player(Path folder) {
        this(folder, Map.of());
    }

    /** @param own settings that go before those of the folder, and after a scenario's */
    Player(Path folder, Map<String, String> own) {
        this.folder = folder;
        this.settings = new MadeUpSettings(folder, own);
    }

    /**
     * Plays one.
     *
     * @throws SettingsException with what is wrong with the settings or routes, as {@code check} says it
     */
    public Played play(Scenario scenario) {
        Path cards = inventory(scenario.given().cards());
        DryRunKafka kafka = new DryRunKafka(scenario.given().kafkaRefuses());
        StillClock clock = new StillClock(scenario.when().at().minus(TO_FIRST_SWEEP));
        try (LoggedWarnings warnings = LoggedWarnings.listen();
                StubVendor vendor = new StubVendor(scenario.given().vendor())) {
            try (Service service = service(scenario, vendor, cards, kafka, clock)) {
                scenario.given().beans().forEach(service::set);
                vendor.atFirstCall(() -> scenario.when().meanwhile().forEach(poll -> {
                    clock.set(TO_NEXT_SWEEP);
                    service.byHand().sweep(poll);
                }));
                // as a service that started a while before: a signature's second is over
                clock.forward(TO_FIRST_SWEEP);
                for (String poll : scenario.when().polls()) {
                    service.byHand().sweep(poll);
                    clock.forward(TO_NEXT_SWEEP);
                }
            }
            return new Played(kafka.records(), vendor.calls(), warnings.lines());
        } finally {
            delete(cards);
        }
    }

    private Service service(Scenario scenario, StubVendor vendor, Path cards, DryRunKafka kafka, StillClock clock) {
        for (int starts = 1; ; starts++) {
            Installation home = Installation.open(folder, settings.of(scenario, vendor.url(), cards));
            try {
                return ServiceStart.dryRun(home, scenario.when().all(), kafka, clock, clock.going());
            } catch (SettingsException e) {
                if (starts == MOST_STARTS || !settings.makeUp(String.valueOf(e.getMessage()))) {
                    throw e;
                }
            }
        }
    }

    /** A file of these lines in a folder of its own, or the name of one that is not there. */
    private static Path inventory(@Nullable List<String> lines) {
        try {
            Path file = Files.createTempDirectory("simrelay-scenario").resolve("cards.csv");
            return lines == null ? file : Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException("the inventory of a scenario cannot be written", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.delete(Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            // the temporary folder is not ours to keep
        }
    }
}
