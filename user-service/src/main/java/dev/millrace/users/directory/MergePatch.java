package dev.millrace.users.directory;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Applies JSON merge patches (RFC 7396) to a user's details, under the rules that hold for whole ones. */
@Component
class MergePatch {

    static final String MEDIA_TYPE = "application/merge-patch+json";

    private final JsonMapper json;
    private final Validator validator;

    MergePatch(JsonMapper json, Validator validator) {
        this.json = json;
        this.validator = validator;
    }

    UserDetails apply(ObjectNode patch, UserDetails details) {
        ObjectNode merged = json.valueToTree(details);
        patch.forEachEntry((field, value) -> merge(merged, field, value));
        return valid(json.treeToValue(merged, UserDetails.class));
    }

    private static void merge(ObjectNode target, String field, JsonNode value) {
        if (value.isNull()) {
            target.remove(field);
        } else {
            target.set(field, value);
        }
    }

    private UserDetails valid(UserDetails details) {
        var violations = validator.validate(details);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return details;
    }
}
