package dev.millrace.users.directory;

import dev.millrace.starter.http.Problem;
import java.io.InputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.json.MappingJacksonInputMessage;
import org.springframework.stereotype.Component;
import org.springframework.validation.Validator;
import tools.jackson.core.JacksonException;
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
        return valid(read(merged));
    }

    private static void merge(ObjectNode target, String field, JsonNode value) {
        if (value.isNull()) {
            target.remove(field);
        } else {
            target.set(field, value);
        }
    }

    /** What the merged tree gets wrong, the patch got wrong. */
    private UserDetails read(ObjectNode merged) {
        try {
            return json.treeToValue(merged, UserDetails.class);
        } catch (JacksonException e) {
            var nothing = new MappingJacksonInputMessage(InputStream.nullInputStream(), HttpHeaders.EMPTY);
            throw new HttpMessageNotReadableException("The patch does not fit a user", e, nothing);
        }
    }

    private UserDetails valid(UserDetails details) {
        var errors = validator.validateObject(details);
        if (errors.hasErrors()) {
            throw Problem.invalid(errors);
        }
        return details;
    }
}
