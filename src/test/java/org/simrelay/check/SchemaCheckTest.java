package org.simrelay.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.simrelay.ShippedFiles;
import org.simrelay.TestSweeps;
import org.simrelay.config.RouteFiles;

class SchemaCheckTest {

    @TempDir
    Path home;

    private SchemaCheck check() {
        return new SchemaCheck(new RouteFiles(home.resolve("routes"), TestSweeps.settings(Map.of())));
    }

    @Test
    void shippedSchemasAreGood() throws IOException {
        ShippedFiles.copyTo(home);
        assertThat(check().problems()).isEmpty();
        assertThat(check().doubtful()).isEmpty();
    }

    @Test
    void aQueryWithoutOneIsWarnedOf() throws IOException {
        ShippedFiles.copyTo(home);
        Files.delete(home.resolve("routes/schemas/usage.schema.json"));
        assertThat(check().problems()).isEmpty();
        assertThat(check().doubtful())
                .singleElement()
                .asString()
                .contains("usage.schema.json is not there", "sim.usage");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"smsUsed\": 6,| \"smsUsed\": \"six\",| its example 1 breaks it, smsUsed: \"six\" is no integer or null",
                "\"required\":| \"requird\":| there is no keyword \"requird\" (did you mean required?)",
                "\"type\": \"object\",| \"type\": \"object\"| line 9 column"
            })
    void whatIsWrongIsAnErrorWithItsFile(String text, String other, String why) throws IOException {
        ShippedFiles.copyTo(home);
        Path file = home.resolve("routes/schemas/usage.schema.json");
        String changed = Files.readString(file).replaceFirst(Pattern.quote(text), Matcher.quoteReplacement(other));
        Files.writeString(file, changed);
        assertThat(check().problems())
                .anySatisfy(problem ->
                        assertThat(problem).startsWith(file.toString()).contains(why));
    }
}
