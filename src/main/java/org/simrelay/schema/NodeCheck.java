package org.simrelay.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.simrelay.mask.Mask;

/** A compiled schema: its rules, and those of its fields and items. */
final class NodeCheck implements ValueCheck {

    private static final int MOST_SHOWN = 80;

    /**
     * A field that the schema names.
     *
     * @param isRequired whether it may not be left out
     */
    record Field(NodeCheck check, boolean isRequired) {}

    private final Rule[] rules;
    private final @Nullable Map<String, Field> fields;
    private final @Nullable FieldOrder order;
    private final int required;
    private final boolean takesOthers;
    private final @Nullable NodeCheck items;

    /**
     * @param fields by name; null where the schema says nothing of fields
     * @param takesOthers whether fields that it does not name are let pass
     * @param items what each item of a list must be; null where it says nothing of them
     */
    NodeCheck(List<Rule> rules, @Nullable Map<String, Field> fields, boolean takesOthers, @Nullable NodeCheck items) {
        this.rules = rules.toArray(Rule[]::new);
        this.fields = fields;
        this.order = fields == null ? null : new FieldOrder(fields);
        this.required = fields == null
                ? 0
                : (int) fields.values().stream().filter(Field::isRequired).count();
        this.takesOthers = takesOthers;
        this.items = items;
    }

    @Override
    public boolean fits(JsonNode value) {
        for (Rule rule : rules) {
            if (!rule.fits().test(value)) {
                return false;
            }
        }
        if (order != null && value instanceof ObjectNode object) {
            return fieldsFit(order, object);
        }
        if (items != null && value.isArray()) {
            for (JsonNode item : value) {
                if (!items.fits(item)) {
                    return false;
                }
            }
        }
        return true;
    }

    private boolean fieldsFit(FieldOrder known, ObjectNode object) {
        int found = 0;
        int at = 0;
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            Field field = known.at(at++, entry.getKey());
            if (field == null ? !takesOthers : !field.check.fits(entry.getValue())) {
                return false;
            }
            if (field != null && field.isRequired) {
                found++;
            }
        }
        return found == required;
    }

    @Override
    public void tell(JsonNode value, String field, List<Misfit> misfits) {
        for (Rule rule : rules) {
            if (!rule.fits().test(value)) {
                String is = (field.isEmpty() ? "" : field + ": ");
                misfits.add(new Misfit(
                        field,
                        is + Mask.shown(value.toString(), MOST_SHOWN) + " is no " + rule.takes(),
                        is + "is no " + rule.takes()));
                return;
            }
        }
        if (fields != null && value instanceof ObjectNode object) {
            tellFields(fields, object, field, misfits);
        }
        if (items != null && value.isArray()) {
            for (int at = 0; at < value.size(); at++) {
                items.tell(value.get(at), field + "[" + at + "]", misfits);
            }
        }
    }

    private void tellFields(Map<String, Field> known, ObjectNode object, String where, List<Misfit> misfits) {
        String before = where.isEmpty() ? "" : where + ".";
        known.forEach((name, field) -> {
            JsonNode value = object.get(name);
            if (value != null) {
                field.check.tell(value, before + name, misfits);
            } else if (field.isRequired) {
                String message = before + name + ": is left out; what is not known is null";
                misfits.add(new Misfit(before + name, message, message));
            }
        });
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!takesOthers && !known.containsKey(entry.getKey())) {
                String message = before + Mask.shown(entry.getKey(), MOST_SHOWN) + ": the schema has no such field";
                misfits.add(new Misfit(before + entry.getKey(), message, message));
            }
        }
    }
}
