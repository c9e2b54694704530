package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Holds values against a schema. Thread-safe. */
interface ValueCheck {

    /** Whether a value fits; cheap, since it is asked of every record. */
    boolean fits(JsonNode value);

    /**
     * Says why a value does not fit.
     *
     * @param field where it stands, empty for the whole
     * @param misfits takes what is wrong
     */
    void tell(JsonNode value, String field, List<Misfit> misfits);
}
