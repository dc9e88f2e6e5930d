package dev.millrace.contracts;

/** The topics of the platform; what holds for each of them is declared in platform-broker's catalogue. */
public final class Topics {

    public static final String ORDER_COMMANDS = "commands.orders";
    public static final String ORDER_RESULTS = "results.orders";
    public static final String ORDER_EVENTS = "events.orders";
    public static final String NOTIFICATION_TASKS = "tasks.notifications";
    public static final String USER_CHANGES = "db-changes.users";
    public static final String USER_EVENTS = "events.users";
    public static final String SERVICE_LOGS = "logs.services";
    public static final String PLATFORM_ALERTS = "alerts.platform";

    private static final String DEAD_LETTER_SUFFIX = ".dlt";

    private Topics() {}

    /** The topic that takes the records of {@code topic} which no retry can help. */
    public static String deadLettersOf(String topic) {
        return topic + DEAD_LETTER_SUFFIX;
    }
}
