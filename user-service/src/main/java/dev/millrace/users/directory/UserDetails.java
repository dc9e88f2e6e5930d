package dev.millrace.users.directory;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says about a user.
 *
 * @param country as the shop names it
 */
record UserDetails(
        @NotBlank @Email @Size(max = 254) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE) String email,

        @NotBlank @Size(max = 200) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE) String name,

        @Nullable @Size(min = 1, max = 100) @Pattern(regexp = PRINTABLE, message = NOT_PRINTABLE) String country) {

    private static final String PRINTABLE = "\\P{Cntrl}*";
    private static final String NOT_PRINTABLE = "must not contain control characters";
}
