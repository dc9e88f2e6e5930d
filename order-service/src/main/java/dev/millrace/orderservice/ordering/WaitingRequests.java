package dev.millrace.orderservice.ordering;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.apache.avro.specific.SpecificRecord;
import org.springframework.stereotype.Component;

/** The requests of this instance that wait for a result, at most so many at once. */
@Component
final class WaitingRequests {

    private final Map<String, Waiting> requests = new ConcurrentHashMap<>();
    private final Semaphore places;

    WaitingRequests(OrderingProperties properties) {
        places = new Semaphore(properties.inFlight());
    }

    /** Empty when there is no place left; whoever gets one has to leave it again. */
    Optional<Waiting> enter() {
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        var waiting = new Waiting(UUID.randomUUID().toString(), new CompletableFuture<>());
        requests.put(waiting.requestId(), waiting);
        return Optional.of(waiting);
    }

    void leave(Waiting waiting) {
        requests.remove(waiting.requestId());
        places.release();
    }

    /** Does nothing for a request that waits at another instance, or not any more. */
    void answer(String requestId, SpecificRecord result) {
        var waiting = requests.get(requestId);
        if (waiting != null) {
            waiting.result().complete(result);
        }
    }
}
