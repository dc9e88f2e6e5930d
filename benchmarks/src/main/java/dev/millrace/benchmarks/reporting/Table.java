package dev.millrace.benchmarks.reporting;

import static java.util.stream.Collectors.joining;

import dev.millrace.benchmarks.measuring.Finding;
import dev.millrace.benchmarks.measuring.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Findings as text, one line a measure. */
public final class Table {

    private static final String NOTHING = "-";
    private static final List<String> TITLES = List.of(
            "measure", "unit", "ours", "(lowest..highest)", "peer", "(lowest..highest)", "ratio", "goal", "holds");
    private static final int FIRST_NUMBER = 2;

    private Table() {}

    public static String of(List<Finding> findings) {
        var rows = new ArrayList<>(List.of(TITLES));
        findings.stream().map(Table::row).forEach(rows::add);
        var widths = IntStream.range(0, TITLES.size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElseThrow())
                .toArray();
        return rows.stream().map(row -> line(row, widths)).collect(joining("\n"));
    }

    private static List<String> row(Finding finding) {
        return List.of(
                finding.measure().name(),
                finding.measure().unit(),
                Figures.text(finding.ours().median()),
                spread(finding.ours()),
                finding.peer() == null ? NOTHING : Figures.text(finding.peer().median()),
                spread(finding.peer()),
                finding.ratio() == null ? NOTHING : Figures.text(finding.ratio()),
                finding.measure().goal() == null
                        ? NOTHING
                        : finding.measure().goal().toString(),
                finding.holds() == null ? NOTHING : finding.holds() ? "yes" : "NO");
    }

    private static String spread(@Nullable Samples samples) {
        return samples == null || samples.values().size() == 1
                ? NOTHING
                : "(%s..%s)".formatted(Figures.text(samples.lowest()), Figures.text(samples.highest()));
    }

    private static String line(List<String> row, int[] widths) {
        return IntStream.range(0, row.size())
                .mapToObj(column -> padded(row.get(column), widths[column], column >= FIRST_NUMBER))
                .collect(joining("  "))
                .stripTrailing();
    }

    private static String padded(String text, int width, boolean right) {
        var padding = " ".repeat(width - text.length());
        return right ? padding + text : text + padding;
    }
}
