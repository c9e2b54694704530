package org.simrelay.scenario;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Plays the files of {@code src/test/resources/scenarios} as {@code simrelay test} plays those of operators. */
class ScenarioTest {

    /** The verdict looks for them in all that is published or logged. */
    static final Map<String, String> CREDENTIALS = Map.of(
            "cmiot.main.appid",
            RealRoutes.APPID,
            "cmiot.main.password",
            RealRoutes.CMIOT_SECRET,
            "iotbos.main.account",
            RealRoutes.ACCOUNT,
            "iotbos.main.password",
            RealRoutes.IOTBOS_SECRET,
            "onelink.main.appid",
            RealRoutes.APPID,
            "onelink.main.password",
            RealRoutes.ONELINK_SECRET);

    private static final Player PLAYER = new Player(Path.of("").toAbsolutePath(), CREDENTIALS);

    static List<String> files() {
        return Scenarios.files();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void plays(String file) {
        Scenario scenario = Scenarios.read(file);
        new Verdict(file, scenario, PLAYER.play(scenario)).check();
    }
}
