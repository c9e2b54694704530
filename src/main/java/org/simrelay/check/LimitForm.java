package org.simrelay.check;

import java.util.function.BiConsumer;
import org.simrelay.config.Nearest;
import org.simrelay.mask.Quoted;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The form of a call's {@code most}. */
final class LimitForm {

    private LimitForm() {}

    /** The vendor's limits, {@code most: {page: 20}} or {@code most.page: 20}. */
    static void look(String canonical, BeanText.Property property, BiConsumer<Integer, String> wrong) {
        if (canonical.contains(".")) {
            limit(
                    property.name().substring(property.name().indexOf('.') + 1),
                    property.value(),
                    property.line(),
                    wrong);
            return;
        }
        if (property.node() instanceof ScalarNode) {
            wrong.accept(property.line(), property.name() + " must have page, batch or both below it; mend it");
        }
        for (NodeTuple field : YamlNodes.fields(property.node())) {
            limit(
                    YamlNodes.text(field.getKeyNode()),
                    YamlNodes.text(field.getValueNode()),
                    YamlNodes.line(field.getKeyNode()),
                    wrong);
        }
    }

    private static void limit(String name, String value, int line, BiConsumer<Integer, String> wrong) {
        if (!SizeCheck.LIMITS.contains(name)) {
            wrong.accept(
                    line,
                    "a vendor has no limit " + name + Nearest.text(name, SizeCheck.LIMITS) + "; mend or remove it");
        } else if (!value.contains("{{") && !value.matches("[1-9][0-9]{0,8}")) {
            wrong.accept(
                    line, "most." + name + " is " + Quoted.of(value) + " but must be a whole number from 1; mend it");
        }
    }
}
