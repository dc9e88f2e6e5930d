package dev.millrace.benchmarks.reporting;

import dev.millrace.benchmarks.measuring.Finding;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A run as a file; the names of the fields are read by others. */
public record Report(String name, Machine machine, Instant at, List<Line> measures) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /** One measure: medians, and their ratio. */
    record Line(
            String measure,
            String unit,
            BigDecimal ours,
            @Nullable BigDecimal peer,
            @Nullable BigDecimal ratio,
            @Nullable String goal,
            @Nullable Boolean holds) {

        static Line of(Finding finding) {
            var peer = finding.peer();
            var ratio = finding.ratio();
            var goal = finding.measure().goal();
            return new Line(
                    finding.measure().name(),
                    finding.measure().unit(),
                    Figures.number(finding.ours().median()),
                    peer == null ? null : Figures.number(peer.median()),
                    ratio == null ? null : Figures.number(ratio),
                    goal == null ? null : goal.toString(),
                    finding.holds());
        }
    }

    public static Report of(String name, Machine machine, Instant at, List<Finding> findings) {
        return new Report(name, machine, at, findings.stream().map(Line::of).toList());
    }

    /** Writes NAME.json. */
    public Path writeInto(Path folder) {
        var file = folder.resolve(name + ".json");
        JSON.writeValue(file, this);
        return file;
    }
}
