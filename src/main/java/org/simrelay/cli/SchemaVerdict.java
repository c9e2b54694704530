package org.simrelay.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.simrelay.kafka.DryRunRecord;
import org.simrelay.kafka.Topics;
import org.simrelay.records.Json;
import org.simrelay.schema.Schema;
import org.simrelay.schema.Schemas;

/** Holds the records of a preview against the schemas of their topics. */
record SchemaVerdict(Schemas schemas) implements PreviewVerdict {

    private static final String PREFIX = "sim.";

    @Override
    public List<String> of(DryRunRecord record) {
        try {
            return schema(record).problems(Json.MAPPER.readTree(record.value()));
        } catch (JsonProcessingException e) {
            return List.of("the value is no JSON");
        }
    }

    @Override
    public @Nullable String by(DryRunRecord record) {
        Schema schema = schema(record);
        return schema.isThere() ? schema.file() : null;
    }

    private Schema schema(DryRunRecord record) {
        return record.topic().equals(Topics.FAILURES)
                ? Schemas.read(schemas.ofLedger("failures"))
                : schemas.of(record.topic().substring(PREFIX.length()));
    }
}
