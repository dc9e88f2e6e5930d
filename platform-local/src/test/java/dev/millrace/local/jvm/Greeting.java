package dev.millrace.local.jvm;

/** A program small enough to be started a few times in a test. */
public final class Greeting {

    private Greeting() {}

    public static void main(String... arguments) {
        System.out.println("hello");
    }
}
