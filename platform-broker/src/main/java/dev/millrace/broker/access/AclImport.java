package dev.millrace.broker.access;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.millrace.broker.declared.Import;
import dev.millrace.broker.declared.Imported;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;

/**
 * Describes the rights of each user whose rights can all be described. Of any other every one is left out, and named: what the file does not
 * give to a user of whom it speaks is to be taken away.
 */
final class AclImport implements Import {

    private final Supplier<Collection<AclBinding>> existing;

    AclImport(Supplier<Collection<AclBinding>> existing) {
        this.existing = existing;
    }

    @Override
    public String name() {
        return "acls";
    }

    @Override
    public Imported imported() {
        var users = new ArrayList<Map<String, ?>>();
        var remarks = new ArrayList<String>();
        existing.get().stream()
                .sorted(comparing(Right::sentence))
                .collect(groupingBy(Right::user, TreeMap::new, toList()))
                .forEach((user, bindings) -> {
                    if (bindings.stream().allMatch(Right::describes)) {
                        users.add(content(user, bindings));
                    } else {
                        remarks.addAll(remarks(user, bindings));
                    }
                });
        return new Imported(Map.of("acls", users), remarks);
    }

    private static List<String> remarks(String user, List<AclBinding> bindings) {
        var remarks = new ArrayList<>(List.of("Left out is %s, whose rights can't all be said here:".formatted(user)));
        bindings.forEach(binding -> remarks.add("- " + Right.sentence(binding)));
        return remarks;
    }

    private static Map<String, ?> content(String user, List<AclBinding> bindings) {
        var content = new LinkedHashMap<String, Object>();
        content.put("user", user);
        content.put(
                "rights",
                bindings.stream()
                        .collect(groupingBy(
                                AclBinding::pattern, LinkedHashMap::new, mapping(AclImport::operation, toList())))
                        .entrySet()
                        .stream()
                        .map(right -> content(right.getKey(), right.getValue()))
                        .toList());
        return content;
    }

    private static Map<String, ?> content(ResourcePattern pattern, List<String> operations) {
        var content = new LinkedHashMap<String, Object>();
        var kind = pattern.resourceType();
        content.put(
                kind.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                kind == ResourceType.CLUSTER ? true : Right.name(pattern));
        content.put("allow", operations);
        return content;
    }

    private static String operation(AclBinding binding) {
        return SecurityUtils.operationName(binding.entry().operation());
    }
}
