package dev.millrace.broker.access;

import dev.millrace.broker.declared.Declared;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How much everybody may take. */
record DeclaredQuotas(@DefaultValue List<Quota> quotas) implements Declared {

    static final DeclaredQuotas NONE = new DeclaredQuotas(List.of());

    DeclaredQuotas {
        quotas = List.copyOf(quotas);
        var users = new HashSet<ClientQuotaEntity>();
        for (var quota : quotas) {
            if (!users.add(quota.entity())) {
                throw new IllegalArgumentException("%s has two quotas".formatted(Quotas.name(quota.entity())));
            }
        }
    }

    Map<ClientQuotaEntity, Map<String, Double>> limits() {
        return quotas.stream().collect(Collectors.toMap(Quota::entity, Quota::limits));
    }
}
