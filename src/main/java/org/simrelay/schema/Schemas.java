package org.simrelay.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.simrelay.config.RouteFiles;
import org.simrelay.config.SettingsException;
import org.simrelay.config.TextFile;

/** The schemas in {@code routes/schemas}: {@code <query>.schema.json}, and of the ledger's topics {@code ledger/<name>.schema.json}. */
public final class Schemas {

    private static final String ENDING = ".schema.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // 1.00 stays 1.00
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private final Path folder;

    public Schemas(RouteFiles files) {
        this.folder = files.schemas();
    }

    /** Where the schema of a query stands; it need not be there. */
    public Path file(String query) {
        return folder.resolve(query + ENDING);
    }

    /** Where that of a topic of the ledger stands: {@code sweeps}, {@code failures}, {@code checkpoints}. */
    public Path ofLedger(String name) {
        return folder.resolve("ledger").resolve(name + ENDING);
    }

    /**
     * Reads a query's schema; polls of two vendors with one query share it.
     *
     * @return {@link Schema#NONE} where there is no file
     * @throws IllegalArgumentException naming the file and what is wrong with it
     */
    public Schema of(String query) {
        return read(file(query));
    }

    /** As {@link #of}, for a file. */
    public static Schema read(Path file) {
        if (!Files.exists(file)) {
            return Schema.NONE;
        }
        try {
            JsonNode json = JSON.readTree(TextFile.read(file));
            return Schema.of(file.toString(), json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    file + " line " + e.getLocation().getLineNr() + " column "
                            + e.getLocation().getColumnNr() + ": " + e.getOriginalMessage() + "; mend it",
                    e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + " cannot be read (" + e.getMessage() + "); mend it", e);
        } catch (SettingsException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage() + "; mend it", e);
        }
    }
}
