package dev.millrace.broker.skew;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;

import dev.millrace.broker.ConditionalOnControl;
import dev.millrace.broker.declared.AdminFailure;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@ConditionalOnControl
final class SkewController {

    private static final int MOST_PARTITIONS = 10_000;
    private static final int MOST_RECORDS = 50_000;

    private final TopicLook look;
    private final Semaphore one = new Semaphore(1);

    SkewController(TopicLook look) {
        this.look = look;
    }

    /**
     * How evenly a topic is spread, and how it would be with another number of partitions, for planning its successor; 404 for a topic
     * that is not there, 429 while another look is under way.
     *
     * @param partitions the other number; twice the present one unless given
     * @param records most that are looked at for their keys
     */
    @GetMapping("/topics/{name}/skew")
    TopicSkew skew(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable Integer partitions,
            @RequestParam(defaultValue = "10000") int records) {
        refuseUnless("partitions", partitions == null ? 1 : partitions, MOST_PARTITIONS);
        refuseUnless("records", records, MOST_RECORDS);
        if (!one.tryAcquire()) {
            throw new ResponseStatusException(
                    TOO_MANY_REQUESTS, "A topic is being looked at already. Ask again in a few seconds.");
        }
        try {
            return look.at(name, partitions, records);
        } catch (AdminFailure | KafkaException e) {
            throw refused(name, e);
        } finally {
            one.release();
        }
    }

    private static void refuseUnless(String parameter, int value, int most) {
        if (value < 1 || value > most) {
            throw new ResponseStatusException(
                    BAD_REQUEST, "%s is %d, and has to be from 1 to %d.".formatted(parameter, value, most));
        }
    }

    private static ResponseStatusException refused(String topic, RuntimeException e) {
        return e.getCause() instanceof UnknownTopicOrPartitionException || e.getCause() instanceof InvalidTopicException
                ? new ResponseStatusException(NOT_FOUND, "There is no topic %s.".formatted(topic), e)
                : new ResponseStatusException(SERVICE_UNAVAILABLE, e.getMessage(), e);
    }
}
