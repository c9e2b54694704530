package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What check takes for bound is what the service binds. */
class BoundNamesTest {

    private static final Pattern BIND = Pattern.compile("registry\\.bind\\(\\s*\"([A-Za-z]+)\"");

    @Test
    void areThoseThatTheServiceBinds() throws IOException {
        Set<String> bound = new TreeSet<>();
        for (String file : List.of("Wiring", "Steps")) {
            BIND.matcher(Files.readString(Path.of("src/main/java/org/simrelay/service", file + ".java")))
                    .results()
                    .forEach(found -> bound.add(found.group(1)));
        }
        assertThat(BoundNames.ALL).containsExactlyInAnyOrderElementsOf(bound);
    }
}
