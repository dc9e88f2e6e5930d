package dev.millrace.local.platform;

/** A platform can't start here and now; the message is a sentence for a person. */
public final class Refused extends RuntimeException {

    public Refused(String message) {
        super(message);
    }
}
