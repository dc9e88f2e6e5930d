package dev.millrace.logs.filing;

import dev.millrace.contracts.Topics;
import dev.millrace.logs.filing.LineWriter.Line;
import dev.millrace.logs.lines.LogLine;
import dev.millrace.logs.lines.LogLine.Entry;
import dev.millrace.logs.lines.LogLine.Expired;
import dev.millrace.logs.lines.LogLine.Garbage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Files the lines of the log topic; says nothing about lines that are fine, or it would have to file that too. */
@Component
final class LogFiling {

    private final Retention retention;
    private final LineWriter writer;

    LogFiling(Retention retention, LineWriter writer) {
        this.retention = retention;
        this.writer = writer;
    }

    /** If the process dies in here, the lines come again, and those that are filed already are left alone. */
    @KafkaListener(topics = Topics.SERVICE_LOGS)
    void file(List<ConsumerRecord<String, byte @Nullable []>> records) throws IOException {
        var lifetime = retention.lifetime();
        var lines = new ArrayList<Line>();
        var garbage = new LinkedHashMap<ConsumerRecord<?, ?>, String>();
        var expired = 0;
        for (var record : records) {
            switch (LogLine.read(record.value(), lifetime)) {
                case Entry entry -> lines.add(new Line(entry, record));
                case Expired _ -> expired++;
                case Garbage(var reason) -> garbage.put(record, reason);
            }
        }
        writer.write(lines);
        writer.skip(expired);
        garbage.forEach(writer::refuse);
    }
}
