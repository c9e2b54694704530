package org.simrelay.check;

import java.util.List;

/** Where what stands in the property of a bean stands in its file. */
final class PropertyPlaces {

    private final List<String> lines;

    /** @param file the text of the route file */
    PropertyPlaces(String file) {
        this.lines = file.lines().toList();
    }

    /**
     * The place of a text in the value, as {@code " line 3 column 5"}; the property's line where it is not found as it is written.
     *
     * @param near the text
     * @param offset of it in the value, from 0
     */
    String of(BeanText.Property property, String near, int offset) {
        String value = YamlNodes.text(property.node());
        int before = 0;
        for (int at = value.indexOf(near);
                !near.isEmpty() && at >= 0 && at < offset;
                at = value.indexOf(near, at + 1)) {
            before++;
        }
        int first = YamlNodes.line(property.node());
        int last = Math.min(YamlNodes.lastLine(property.node()), lines.size());
        for (int line = first; line <= last && !near.isEmpty(); line++) {
            String text = lines.get(line - 1);
            int from = line == property.line() ? text.indexOf(':') + 1 : 0;
            for (int column = text.indexOf(near, from); column >= 0; column = text.indexOf(near, column + 1)) {
                if (before-- == 0) {
                    return " line " + line + " column " + (column + 1);
                }
            }
        }
        return " line " + property.line();
    }
}
