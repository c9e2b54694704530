package org.simrelay.mapping;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Makes the objects of JSON trees with {@link FewFields}. */
public final class FewFieldsFactory extends JsonNodeFactory {
    private static final long serialVersionUID = 1L;

    /** Thread-safe. */
    public static final FewFieldsFactory INSTANCE = new FewFieldsFactory();

    private FewFieldsFactory() {}

    @Override
    public ObjectNode objectNode() {
        return new ObjectNode(this, new FewFields());
    }
}
