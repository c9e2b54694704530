package org.simrelay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.simrelay.ShippedFiles;
import org.simrelay.TestSweeps;
import org.simrelay.check.Preflight;
import org.simrelay.config.Installation;
import org.simrelay.config.Settings;
import picocli.CommandLine;

/** The commands and settings of the operators' page are those that there are. */
class OperatingPageTest {

    private static final Path PAGE = Path.of("src/docs/operating.md");
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `([a-z]+)([^`]*)` \\| [^|]*(?:\\\\\\|[^|]*)*\\| (?:0|as|the).*$");
    private static final Pattern OPTION = Pattern.compile("--[a-z-]+");
    private static final Pattern BLOCK = Pattern.compile("(?s)```\\n(iotbos\\.accounts=.*?)```");

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> commands = new TreeMap<>();
        String page = Files.readString(PAGE);
        Matcher row = ROW.matcher(page.substring(page.indexOf("## Commands"), page.indexOf("## Settings")));
        while (row.find()) {
            Set<String> options = commands.computeIfAbsent(row.group(1), name -> new TreeSet<>());
            OPTION.matcher(row.group(2)).results().forEach(option -> options.add(option.group()));
        }
        return commands;
    }

    @Test
    void eachCommandAndOptionStandsInTheTableAndNoOther() throws IOException {
        Map<String, Set<String>> known = new TreeMap<>();
        for (Map.Entry<String, CommandLine> command :
                Simrelay.commandLine().getSubcommands().entrySet()) {
            boolean hidden = command.getValue().getCommandSpec().usageMessage().hidden();
            if (!hidden && !command.getKey().equals("help")) {
                Set<String> options = known.computeIfAbsent(command.getKey(), name -> new TreeSet<>());
                command.getValue().getCommandSpec().options().stream()
                        .filter(option -> !option.usageHelp() && !option.versionHelp() && !option.hidden())
                        .forEach(option -> options.add(option.longestName()));
            }
        }
        assertThat(documented()).isEqualTo(known);
    }

    @Test
    void theAccountsOfTheExampleAreReadAsTheyStand(@TempDir Path dir) throws IOException {
        ShippedFiles.copyTo(dir);
        Matcher block = BLOCK.matcher(Files.readString(PAGE));
        assertThat(block.find()).isTrue();
        Path secret = Files.writeString(dir.resolve("iotbos-north"), "north-secret");
        List<String> lines = new ArrayList<>(Files.readAllLines(dir.resolve("config/application.properties")));
        block.group(1)
                .lines()
                .map(line -> line.replace("/run/secrets/iotbos-north", secret.toString())
                        .replace("…", "north"))
                .forEach(lines::add);
        Files.write(dir.resolve("config/application.properties"), lines);
        Map<String, String> environment = new HashMap<>();
        Map.of(
                        "cmiot.main.appid",
                        "100001",
                        "cmiot.main.password",
                        TestSweeps.PASSWORD,
                        "iotbos.main.account",
                        "tester",
                        "iotbos.main.password",
                        TestSweeps.PASSWORD)
                .forEach((key, value) -> environment.put(Settings.variable(key), value));
        Installation home = Installation.open(dir, environment);
        Preflight preflight = new Preflight(home);
        preflight.files(List.of());
        preflight.done();
        assertThat(home.settings().require("iotbos.north.password")).isEqualTo("north-secret");
        assertThat(home.settings().require("iotbos.north.requests-per-second")).isEqualTo("2");
    }
}
