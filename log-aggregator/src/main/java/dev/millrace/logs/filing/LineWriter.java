package dev.millrace.logs.filing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.util.Objects.requireNonNull;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import dev.millrace.logs.lines.DailyIndex;
import dev.millrace.logs.lines.LogLine.Entry;
import dev.millrace.starter.elasticsearch.BulkOutcome.Outdated;
import dev.millrace.starter.elasticsearch.BulkOutcome.Refused;
import dev.millrace.starter.elasticsearch.BulkOutcome.Written;
import dev.millrace.starter.elasticsearch.BulkWriter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.stereotype.Component;

/** Writes lines into their daily indices as they are; what Elasticsearch can't take becomes dead letters. */
@Component
final class LineWriter {

    private final LogTemplate template;
    private final BulkWriter bulk;
    private final ConsumerRecordRecoverer deadLetters;
    private final MeterRegistry meters;

    /** A line and the record it came in. */
    record Line(Entry entry, ConsumerRecord<String, byte @Nullable []> record) {

        byte[] json() {
            return requireNonNull(record.value());
        }
    }

    LineWriter(
            LogTemplate template,
            ElasticsearchClient client,
            ConsumerRecordRecoverer deadLetters,
            MeterRegistry meters) {
        this.template = template;
        this.bulk = BulkWriter.intoIndices(client);
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    void write(List<Line> lines) throws IOException {
        template.ensure();
        var outcomes = bulk.write(lines.stream().map(LineWriter::create).toList());
        for (int i = 0; i < outcomes.size(); i++) {
            switch (outcomes.get(i)) {
                case Written _ -> count("indexed", 1);
                case Outdated _ -> count("duplicate", 1);
                case Refused(var reason) -> refuse(lines.get(i).record(), reason);
            }
        }
    }

    /** Counts lines whose time is over. */
    void skip(int expired) {
        count("expired", expired);
    }

    void refuse(ConsumerRecord<?, ?> record, String reason) {
        count("refused", 1);
        deadLetters.accept(record, new NotFiledException(reason));
    }

    private void count(String outcome, int lines) {
        meters.counter("millrace.logs.filed", "outcome", outcome).increment(lines);
    }

    private static BulkOperation create(Line line) {
        var json = BinaryData.of(onOneLine(line.json()), ContentType.APPLICATION_JSON);
        return BulkOperation.of(operation -> operation.create(
                create -> create.index(DailyIndex.of(line.entry().day()))
                        .id(line.entry().id())
                        .document(json)));
    }

    /** Line breaks in JSON are white space, but would end the document in a bulk request. */
    private static byte[] onOneLine(byte[] json) {
        var bytes = new String(json, ISO_8859_1);
        return bytes.indexOf('\n') < 0 ? json : bytes.replace('\n', ' ').getBytes(ISO_8859_1);
    }
}
