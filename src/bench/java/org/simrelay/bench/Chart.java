package org.simrelay.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.simrelay.bench.program.ProgramKind;

/** The results as a picture: bars for each scenario, readable on a light and on a dark page. */
final class Chart {

    private static final int WIDTH = 760;
    private static final int LABELS = 150;
    private static final int BARS = 350;
    private static final int LINE = 22;
    private static final int TITLE = 34;
    private static final String STYLE =
            """
            <style>
              text { font: 13px system-ui, sans-serif; fill: #1f2328 }
              .title { font-weight: 600 }
              .bar { fill: #8c959f }
              .service { fill: #1f883d }
              .limit { stroke: #bc4c00; stroke-width: 2; stroke-dasharray: 4 3 }
              @media (prefers-color-scheme: dark) {
                text { fill: #e6edf3 }
                .bar { fill: #656d76 }
                .service { fill: #3fb950 }
                .limit { stroke: #f0883e }
              }
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();
    private int y = LINE;

    private Chart() {}

    static void write(List<Result> results, Path file) throws IOException {
        Chart chart = new Chart();
        results.stream()
                .map(Result::scenario)
                .distinct()
                .forEach(scenario -> chart.scenario(
                        scenario,
                        results.stream()
                                .filter(result -> result.scenario().equals(scenario))
                                .toList()));
        String head = String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"Cards a second\">%n",
                WIDTH,
                chart.y,
                WIDTH);
        Files.writeString(file, head + STYLE + chart.svg + "</svg>\n");
    }

    private void scenario(Scenario scenario, List<Result> results) {
        text(0, "title", scenario.title());
        y += LINE;
        double most = results.stream().mapToDouble(Result::cardsPerSecond).max().orElse(1);
        double allowed = scenario.allowedCardsPerSecond();
        boolean limited = scenario.latencyMs() > 0;
        double scale = BARS / (limited ? Math.max(most, allowed) : most);
        int top = y;
        for (Result result : results) {
            bar(result, scale);
        }
        if (limited) {
            int x = LABELS + (int) Math.round(allowed * scale);
            add("<line class=\"limit\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>", x, top - 14, x, y - 12);
            text(LABELS, "", String.format(Locale.ROOT, "dashed: %,.0f, what this concurrency allows", allowed));
            y += LINE;
        }
        y += TITLE - LINE;
    }

    private void bar(Result result, double scale) {
        int width = Math.max(1, (int) Math.round(result.cardsPerSecond() * scale));
        boolean service = result.program() == ProgramKind.SIMRELAY;
        text(0, "", result.program().label());
        add(
                "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" rx=\"2\"/>",
                service ? "service" : "bar", LABELS, y - 12, width);
        Result.Share ofFloor = result.ofFloor();
        String share = ofFloor == null || result.program() == ProgramKind.FLOOR
                ? ""
                : String.format(Locale.ROOT, " (%.2f of floor)", ofFloor.median());
        String rate = String.format(Locale.ROOT, "%,.0f cards/s", result.cardsPerSecond());
        text(LABELS + width + 10, "", rate + share);
        y += LINE;
    }

    private void text(int x, String kind, String words) {
        add("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>", kind, x, y, words);
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
