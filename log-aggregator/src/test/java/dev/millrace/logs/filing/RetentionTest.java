package dev.millrace.logs.filing;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.millrace.logs.OnEngines;
import dev.millrace.logs.lines.DailyIndex;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OnEngines
class RetentionTest {

    private final LocalDate today = LocalDate.now(Clock.systemUTC());

    @Autowired
    private ElasticsearchClient client;

    @Autowired
    private LogTemplate template;

    @Autowired
    private Retention retention;

    @Test
    void deletesTheDaysWhoseTimeIsOverAndNothingElse() throws IOException {
        template.ensure();
        create(DailyIndex.of(today.minusDays(8)));
        create(DailyIndex.of(today.minusDays(7)));
        create("logs-of.somebody.else");

        retention.deleteWhatIsOver();

        assertThat(exists(DailyIndex.of(today.minusDays(8)))).isFalse();
        assertThat(exists(DailyIndex.of(today.minusDays(7)))).isTrue();
        assertThat(exists("logs-of.somebody.else")).isTrue();
    }

    private void create(String index) throws IOException {
        client.indices().create(create -> create.index(index));
    }

    private boolean exists(String index) throws IOException {
        return client.indices().exists(exists -> exists.index(index)).value();
    }
}
