package dev.millrace.broker.declared;

import static java.util.Objects.requireNonNullElse;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Waits for what an administrator has asked of Kafka; how long is the admin connection's affair. */
public final class Answers {

    private Answers() {}

    /**
     * @param request what was asked, for the sentence of a failure
     * @throws AdminFailure when Kafka refuses, or does not answer
     */
    public static <T> T await(String request, KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new AdminFailure(request, requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
