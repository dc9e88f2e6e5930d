package dev.millrace.broker.groups;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaFuture;

/** Kafka's answers to one question about several things, of which any may have been deleted since it was listed. */
final class Answers {

    private Answers() {}

    /**
     * Those that came.
     *
     * @param gone how Kafka says that there is no such thing; what fails otherwise fails the whole question
     */
    static <K, V> Map<K, V> of(Map<K, KafkaFuture<V>> asked, Class<? extends Exception> gone)
            throws ExecutionException, InterruptedException {
        var answers = new HashMap<K, V>();
        for (var question : asked.entrySet()) {
            try {
                answers.put(question.getKey(), question.getValue().get());
            } catch (ExecutionException e) {
                if (!gone.isInstance(e.getCause())) {
                    throw e;
                }
            }
        }
        return answers;
    }
}
