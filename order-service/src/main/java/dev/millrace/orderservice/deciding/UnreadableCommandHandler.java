package dev.millrace.orderservice.deciding;

import dev.millrace.starter.kafka.DeadLetter;
import dev.millrace.starter.outages.Outages;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;

/** Bytes that are no record become a dead letter; when the registry is away, the thread stops and another tries again. */
public final class UnreadableCommandHandler implements DeserializationExceptionHandler {

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (Outages.caused(exception)) {
            return Response.fail();
        }
        var letter = DeadLetter.of(record, exception, OrderTopology.SERVICE);
        DeadLetterLog.write(letter);
        return Response.resume(List.of(letter.toRecord(record.key(), record.value(), record.headers())));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
