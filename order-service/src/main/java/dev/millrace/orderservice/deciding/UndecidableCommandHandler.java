package dev.millrace.orderservice.deciding;

import dev.millrace.starter.kafka.DeadLetter;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** A command that can't be decided becomes a dead letter; any other failure stops the thread and aborts its transaction. */
public final class UndecidableCommandHandler implements ProcessingExceptionHandler {

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        return exception instanceof UndecidableCommandException undecidable
                ? putAside(context, undecidable.reason())
                : Response.fail();
    }

    private static Response putAside(ErrorHandlerContext context, RuntimeException reason) {
        var letter = DeadLetter.of(
                reason,
                OrderTopology.SERVICE,
                context.topic(),
                context.partition(),
                context.offset(),
                context.timestamp());
        DeadLetterLog.write(letter);
        return Response.resume(
                List.of(letter.toRecord(context.sourceRawKey(), context.sourceRawValue(), context.headers())));
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
