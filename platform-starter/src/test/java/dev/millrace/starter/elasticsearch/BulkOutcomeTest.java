package dev.millrace.starter.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import dev.millrace.starter.elasticsearch.BulkOutcome.Outdated;
import dev.millrace.starter.elasticsearch.BulkOutcome.Refused;
import dev.millrace.starter.elasticsearch.BulkOutcome.Written;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkOutcomeTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 404})
    void takesAnItemWithoutErrorForWritten(int status) {
        var item = item(status).build();

        assertThat(BulkOutcome.isPassing(item)).isFalse();
        assertThat(BulkOutcome.of(item)).isEqualTo(new Written());
    }

    @Test
    void takesAConflictForAnIndexThatIsNewer() {
        var item = failed(409, "version_conflict_engine_exception");

        assertThat(BulkOutcome.isPassing(item)).isFalse();
        assertThat(BulkOutcome.of(item)).isEqualTo(new Outdated());
    }

    @Test
    void saysWhyADocumentIsRefused() {
        var item = failed(400, "document_parsing_exception");

        assertThat(BulkOutcome.isPassing(item)).isFalse();
        assertThat(BulkOutcome.of(item)).isEqualTo(new Refused("document_parsing_exception: because"));
    }

    @ParameterizedTest
    @CsvSource({
        "429, es_rejected_execution_exception",
        "429, cluster_block_exception",
        "503, unavailable_shards_exception",
        "500, i_o_exception",
        "403, cluster_block_exception",
        "404, index_not_found_exception",
        "400, index_closed_exception",
        "400, validation_exception"
    })
    void triesAgainWhereTheIndexIsAtFault(int status, String type) {
        assertThat(BulkOutcome.isPassing(failed(status, type))).isTrue();
    }

    private static BulkResponseItem failed(int status, String type) {
        return item(status).error(error -> error.type(type).reason("because")).build();
    }

    private static BulkResponseItem.Builder item(int status) {
        return new BulkResponseItem.Builder()
                .operationType(OperationType.Index)
                .index("orders-v1")
                .status(status);
    }
}
