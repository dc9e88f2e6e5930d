package dev.millrace.broker;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that nobody has to remember. */
public final class Secret {

    private static final int BYTES = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secret() {}

    /** 192 random bits, as characters that need no quotes anywhere. */
    public static String random() {
        var bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
