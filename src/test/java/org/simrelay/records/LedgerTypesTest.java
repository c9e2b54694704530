package org.simrelay.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.simrelay.kafka.Topics;

/** The contract with subscribers names each type that the ledger's records have. */
final class LedgerTypesTest {

    private static final Pattern TYPE = Pattern.compile("\"simrelay\\.[a-z-]+\\.v[0-9]+\"");

    @Test
    void everyTypeStandsInOneTopic() throws IllegalAccessException {
        List<String> all = Stream.of(Topics.SWEEPS, Topics.FAILURES, Topics.CHECKPOINTS)
                .flatMap(topic -> LedgerTypes.of(topic).stream())
                .toList();
        List<Object> made = new ArrayList<>();
        for (var field : Arrays.stream(LedgerTypes.class.getDeclaredFields())
                .filter(field -> field.getType() == String.class)
                .toList()) {
            made.add(field.get(null));
        }
        assertThat(made).hasSizeGreaterThan(5).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void noRecordHasATypeOfItsOwn() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !one.endsWith("LedgerTypes.java"))
                    .toList()) {
                assertThat(TYPE.matcher(Files.readString(file)).find())
                        .as("%s has a type that belongs into LedgerTypes", file)
                        .isFalse();
            }
        }
    }
}
