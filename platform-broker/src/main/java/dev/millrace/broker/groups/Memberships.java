package dev.millrace.broker.groups;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/** Asks who is in groups. */
final class Memberships {

    private final Admin admin;

    Memberships(Admin admin) {
        this.admin = admin;
    }

    /** Of those that are still there. */
    Map<String, Membership> of(Kind kind, Collection<String> names) throws ExecutionException, InterruptedException {
        return switch (kind) {
            case CONSUMER -> answers(admin.describeConsumerGroups(names).describedGroups(), Membership::of);
            case STREAMS -> answers(admin.describeStreamsGroups(names).describedGroups(), Membership::of);
            case SHARE -> answers(admin.describeShareGroups(names).describedGroups(), Membership::of);
        };
    }

    private static <T> Map<String, Membership> answers(
            Map<String, KafkaFuture<T>> asked, Function<T, Membership> membership)
            throws ExecutionException, InterruptedException {
        var memberships = new HashMap<String, Membership>();
        Answers.of(asked, GroupIdNotFoundException.class)
                .forEach((name, described) -> memberships.put(name, membership.apply(described)));
        return memberships;
    }
}
