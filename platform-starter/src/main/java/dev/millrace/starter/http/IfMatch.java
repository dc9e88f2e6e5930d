package dev.millrace.starter.http;

import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.PRECONDITION_FAILED;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The versions of an entity for which a caller wants its write to happen: the header If-Match. */
public final class IfMatch {

    private static final IfMatch ANY = new IfMatch(null);
    private static final String TAG = "(?:W/)?\"[\\x21\\x23-\\x7E\\x80-\\xFF]*\"";
    private static final Pattern TAGS = Pattern.compile(TAG + "(?:\\s*,\\s*" + TAG + ")*");
    private static final Pattern STRONG_VERSION = Pattern.compile("(?<!W/)\"([1-9][0-9]{0,17})\"");
    private static final long NO_VERSION = -1;

    private final @Nullable Set<Long> versions;

    private IfMatch(@Nullable Set<Long> versions) {
        this.versions = versions;
    }

    /** A missing header and {@code *} admit every version; a weak tag admits none, as RFC 9110 has it. */
    public static IfMatch parse(@Nullable String header) {
        if (header == null || header.strip().equals("*")) {
            return ANY;
        }
        if (!TAGS.matcher(header.strip()).matches()) {
            throw Problem.of(
                    BAD_REQUEST, "malformed-if-match", "Malformed If-Match", "If-Match takes * or quoted entity tags.");
        }
        return new IfMatch(STRONG_VERSION
                .matcher(header)
                .results()
                .map(tag -> Long.valueOf(tag.group(1)))
                .collect(Collectors.toUnmodifiableSet()));
    }

    public boolean admits(long version) {
        return versions == null || versions.contains(version);
    }

    /** Ends the request with 412 unless the entity's present version is one that the caller has read. */
    public void require(long version) {
        if (!admits(version)) {
            throw Problem.of(
                            PRECONDITION_FAILED,
                            "stale-version",
                            "Stale version",
                            "The entity has changed since it was read: read it again.")
                    .with("version", version);
        }
    }

    /** For a command: null for any version, otherwise the one it has to meet; a tag that is no version meets none. */
    public @Nullable Long expectedVersion() {
        if (versions == null) {
            return null;
        }
        if (versions.size() > 1) {
            throw Problem.of(
                    BAD_REQUEST, "ambiguous-if-match", "Ambiguous If-Match", "If-Match takes one version here.");
        }
        return versions.stream().findAny().orElse(NO_VERSION);
    }
}
