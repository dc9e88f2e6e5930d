package dev.millrace.logs.filing;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.millrace.logs.lines.DailyIndex;
import dev.millrace.logs.lines.Lifetime;
import dev.millrace.starter.elasticsearch.ElasticsearchCall;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes daily indices when their time is over: by name, because Elasticsearch's own lifecycle needs a licence tier. */
@Component
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final ElasticsearchClient client;
    private final FilingProperties properties;
    private final Clock clock;

    Retention(ElasticsearchClient client, FilingProperties properties, Clock clock) {
        this.client = client;
        this.properties = properties;
        this.clock = clock;
    }

    Lifetime lifetime() {
        return new Lifetime(LocalDate.now(clock), properties.retentionDays());
    }

    @Scheduled(initialDelay = 1, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void deleteWhatIsOver() {
        try {
            for (var index : over()) {
                ElasticsearchCall.answer(() -> client.indices().delete(delete -> delete.index(index)));
                LOG.atInfo()
                        .addKeyValue("elasticsearch.index", index)
                        .log("A day of logs was deleted, its time is over");
            }
        } catch (IOException e) {
            LOG.atWarn().setCause(e).log("Old logs can't be deleted for now");
        }
    }

    private List<String> over() throws IOException {
        var lifetime = lifetime();
        return ElasticsearchCall.answer(() -> client.indices().get(get -> get.index(DailyIndex.PATTERN)))
                .indices()
                .keySet()
                .stream()
                .filter(index ->
                        DailyIndex.dayOf(index).filter(lifetime::isOver).isPresent())
                .toList();
    }
}
