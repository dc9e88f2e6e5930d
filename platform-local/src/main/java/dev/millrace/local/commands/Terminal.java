package dev.millrace.local.commands;

/** Whether somebody is watching. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        return System.console() != null && System.console().isTerminal();
    }
}
