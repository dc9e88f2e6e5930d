package dev.millrace.broker.access;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNullElse;
import static java.util.stream.Collectors.joining;

import dev.millrace.broker.declared.Import;
import dev.millrace.broker.declared.Imported;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.quota.ClientQuotaEntity;

/** Describes the limits of users and of everybody else; those of clients and addresses, and other limits, are left out, and named. */
final class QuotaImport implements Import {

    private final Supplier<Map<ClientQuotaEntity, Map<String, Double>>> existing;

    QuotaImport(Supplier<Map<ClientQuotaEntity, Map<String, Double>>> existing) {
        this.existing = existing;
    }

    @Override
    public String name() {
        return "quotas";
    }

    @Override
    public Imported imported() {
        var quotas = new ArrayList<Map<String, ?>>();
        var remarks = new ArrayList<String>();
        existing.get().entrySet().stream()
                .sorted(comparing(limits -> name(limits.getKey())))
                .forEach(limits -> {
                    if (Quota.describes(limits.getKey(), limits.getValue())) {
                        quotas.add(content(limits.getKey(), limits.getValue()));
                    } else {
                        remarks.add("Left out is the quota of %s: %s."
                                .formatted(name(limits.getKey()), new TreeMap<>(limits.getValue())));
                    }
                });
        return new Imported(Map.of("quotas", quotas), remarks);
    }

    private static String name(ClientQuotaEntity entity) {
        return new TreeMap<>(entity.entries())
                .entrySet().stream()
                        .map(part -> part.getKey() + " " + requireNonNullElse(part.getValue(), "(any other)"))
                        .collect(joining(", "));
    }

    private static Map<String, ?> content(ClientQuotaEntity entity, Map<String, Double> limits) {
        var content = new LinkedHashMap<String, Object>();
        var user = entity.entries().get(ClientQuotaEntity.USER);
        if (user != null) {
            content.put("user", user);
        }
        new TreeMap<>(limits).forEach((limit, most) -> content.put(limit.replace('_', '-'), number(most)));
        return content;
    }

    /** Bytes are whole numbers, and written so. */
    private static Number number(Double most) {
        var whole = most.longValue();
        return whole == most ? (Number) whole : most;
    }
}
