package dev.millrace.broker.access;

import static dev.millrace.broker.declared.Answers.await;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.millrace.broker.declared.Declaration;
import dev.millrace.broker.declared.Difference.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The limits of the declared users, and the one for everybody else. */
final class Quotas implements Declaration {

    private static final Logger log = LoggerFactory.getLogger(Quotas.class);

    private final Admin admin;
    private final DeclaredQuotas declared;

    Quotas(Admin admin, DeclaredQuotas declared) {
        this.admin = admin;
        this.declared = declared;
    }

    @Override
    public String name() {
        return "quotas";
    }

    /**
     * One limit that is not as declared.
     *
     * @param declared absent when nothing is to limit
     * @param actual absent when nothing limits
     */
    private record OtherLimit(
            ClientQuotaEntity entity,
            String limit,
            @Nullable Double declared,
            @Nullable Double actual) {

        AccessDifference difference() {
            return new AccessDifference(
                    Kind.CHANGE,
                    "%s has %s=%s, declared is %s".formatted(name(entity), limit, inWords(actual), inWords(declared)));
        }

        ClientQuotaAlteration.Op change() {
            return new ClientQuotaAlteration.Op(limit, declared);
        }

        private static String inWords(@Nullable Double limit) {
            return limit == null ? "no limit" : "%.0f".formatted(limit);
        }
    }

    static String name(ClientQuotaEntity entity) {
        return Objects.requireNonNullElse(entity.entries().get(ClientQuotaEntity.USER), "everybody else");
    }

    @Override
    public List<AccessDifference> differences() {
        return others().stream().map(OtherLimit::difference).toList();
    }

    @Override
    public void apply(boolean consent) {
        var changes = others().stream()
                .collect(groupingBy(OtherLimit::entity, mapping(OtherLimit::change, toList())))
                .entrySet()
                .stream()
                .map(change -> new ClientQuotaAlteration(change.getKey(), change.getValue()))
                .toList();
        if (!changes.isEmpty()) {
            await("set quotas", admin.alterClientQuotas(changes).all());
            log.atInfo().addKeyValue("kafka.quotas", changes.size()).log("Quotas set");
        }
    }

    static Map<ClientQuotaEntity, Map<String, Double>> existing(Admin admin) {
        return await(
                "list quotas",
                admin.describeClientQuotas(ClientQuotaFilter.all()).entities());
    }

    private List<OtherLimit> others() {
        var existing = existing(admin);
        var others = new ArrayList<OtherLimit>();
        declared.limits().forEach((entity, limits) -> {
            var actual = existing.getOrDefault(entity, Map.of());
            var names = new TreeSet<>(limits.keySet());
            names.addAll(actual.keySet());
            names.stream()
                    .filter(name -> !Objects.equals(limits.get(name), actual.get(name)))
                    .forEach(name -> others.add(new OtherLimit(entity, name, limits.get(name), actual.get(name))));
        });
        return others;
    }
}
