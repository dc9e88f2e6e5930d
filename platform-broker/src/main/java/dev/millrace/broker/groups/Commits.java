package dev.millrace.broker.groups;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListStreamsGroupOffsetsSpec;
import org.apache.kafka.clients.admin.SharePartitionOffsetInfo;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks up to where groups have read everything: what they committed, or where the records begin that a share group still shares. */
final class Commits {

    private final Admin admin;

    Commits(Admin admin) {
        this.admin = admin;
    }

    /** Of those that are still there and have committed an offset. */
    Map<String, Map<TopicPartition, Commit>> of(Kind kind, Collection<String> names)
            throws ExecutionException, InterruptedException {
        return switch (kind) {
            case CONSUMER -> {
                var asked = admin.listConsumerGroupOffsets(each(names, new ListConsumerGroupOffsetsSpec()));
                yield answers(names, asked::partitionsToOffsetAndMetadata, Commits::commit);
            }
            case STREAMS -> {
                var asked = admin.listStreamsGroupOffsets(each(names, new ListStreamsGroupOffsetsSpec()));
                yield answers(names, asked::partitionsToOffsetAndMetadata, Commits::commit);
            }
            case SHARE -> {
                var asked = admin.listShareGroupOffsets(each(names, new ListShareGroupOffsetsSpec()));
                yield answers(names, asked::partitionsToOffsetInfo, Commits::commit);
            }
        };
    }

    private static <S> Map<String, S> each(Collection<String> names, S spec) {
        return names.stream().collect(toMap(name -> name, _ -> spec));
    }

    private static <T> Map<String, Map<TopicPartition, Commit>> answers(
            Collection<String> names,
            Function<String, KafkaFuture<Map<TopicPartition, T>>> answer,
            Function<T, Commit> commit)
            throws ExecutionException, InterruptedException {
        var asked = names.stream().collect(toMap(name -> name, answer));
        var commits = new HashMap<String, Map<TopicPartition, Commit>>();
        Answers.of(asked, GroupIdNotFoundException.class).forEach((name, offsets) -> {
            offsets.values().removeIf(Objects::isNull);
            var committed = offsets.entrySet().stream()
                    .collect(toMap(Map.Entry::getKey, found -> commit.apply(found.getValue())));
            committed.values().removeIf(found -> found.offset() < 0);
            if (!committed.isEmpty()) {
                commits.put(name, committed);
            }
        });
        return commits;
    }

    private static Commit commit(OffsetAndMetadata committed) {
        return new Commit(committed.offset(), false);
    }

    private static Commit commit(SharePartitionOffsetInfo shared) {
        return new Commit(
                shared.startOffset(), shared.lag().filter(lag -> lag == 0).isPresent());
    }
}
