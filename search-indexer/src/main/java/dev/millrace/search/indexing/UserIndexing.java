package dev.millrace.search.indexing;

import static dev.millrace.search.documents.Kind.USER;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import dev.millrace.contracts.Topics;
import dev.millrace.search.documents.UserState;
import dev.millrace.search.documents.UserState.Erased;
import dev.millrace.search.documents.UserState.Present;
import dev.millrace.search.indexing.IndexWriter.Update;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Keeps the users in the index as their rows are; of several changes in one poll only the last is written. */
@Component
final class UserIndexing {

    private final IndexWriter index;

    UserIndexing(IndexWriter index) {
        this.index = index;
    }

    private record Change(UserState state, ConsumerRecord<String, @Nullable SpecificRecord> record) {}

    /** If the process dies in here, the changes come again and find the index as new as they are, or newer. */
    @KafkaListener(topics = Topics.USER_CHANGES, groupId = "${spring.kafka.consumer.group-id}-users")
    void index(List<ConsumerRecord<String, @Nullable SpecificRecord>> records) throws IOException {
        var changes = new LinkedHashMap<UUID, List<Change>>();
        var unusable = new ArrayList<ConsumerRecord<String, @Nullable SpecificRecord>>();
        for (var record : records) {
            var state = UserState.after(record.value());
            if (state != null) {
                changes.computeIfAbsent(state.id(), _ -> new ArrayList<>()).add(new Change(state, record));
            } else if (record.value() != null) {
                unusable.add(record);
            }
        }
        index.write(USER, changes.values().stream().map(UserIndexing::update).toList());
        unusable.forEach(record -> index.refuse(USER, List.of(record), "The record changes no user"));
    }

    private static Update update(List<Change> changes) {
        var last = changes.stream().map(Change::state).reduce(UserState::later).orElseThrow();
        return new Update(operation(last), changes.stream().map(Change::record).toList());
    }

    private static BulkOperation operation(UserState state) {
        var id = state.id().toString();
        return switch (state) {
            case Present(var document) ->
                BulkOperation.of(operation -> operation.index(index -> index.index(USER.index())
                        .id(id)
                        .version(document.version())
                        .versionType(VersionType.External)
                        .document(document)));
            case Erased(var _, var version) ->
                BulkOperation.of(operation -> operation.delete(delete ->
                        delete.index(USER.index()).id(id).version(version).versionType(VersionType.External)));
        };
    }
}
