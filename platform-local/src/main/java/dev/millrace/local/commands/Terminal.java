package dev.millrace.local.commands;

/** Whether somebody is watching. */
final class Terminal {

    private Terminal() {}

    static boolean isThere() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
