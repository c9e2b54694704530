package org.simrelay.scenario;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.nodes.Node;

/** What is wrong with the form of scenarios: a line a problem, with file, line and column. */
final class Problems {

    private final List<String> lines = new ArrayList<>();

    /** Something at a place of a file. */
    void at(Node node, String text) {
        String place = node.getStartMark()
                .map(mark -> mark.getName() + ":" + (mark.getLine() + 1) + ":" + (mark.getColumn() + 1) + ": ")
                .orElse("");
        lines.add(place + text);
    }

    /** Something that no place of a file stands for. */
    void add(String text) {
        lines.add(text);
    }

    List<String> lines() {
        return List.copyOf(lines);
    }
}
