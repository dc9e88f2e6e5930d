package dev.millrace.local.engines;

import dev.millrace.local.settings.Port;
import java.util.List;

/** Where one broker listens. */
record KafkaPorts(Port clients, Port nodes, Port controller, Port management) {

    static KafkaPorts of(int broker) {
        return switch (broker) {
            case 1 -> new KafkaPorts(Port.KAFKA, Port.KAFKA_NODES, Port.KAFKA_CONTROLLER, Port.KAFKA_MANAGEMENT);
            case 2 ->
                new KafkaPorts(Port.KAFKA_2, Port.KAFKA_2_NODES, Port.KAFKA_2_CONTROLLER, Port.KAFKA_2_MANAGEMENT);
            case 3 ->
                new KafkaPorts(Port.KAFKA_3, Port.KAFKA_3_NODES, Port.KAFKA_3_CONTROLLER, Port.KAFKA_3_MANAGEMENT);
            default -> throw new IllegalArgumentException("There is no broker " + broker);
        };
    }

    List<Port> all() {
        return List.of(clients, nodes, controller, management);
    }
}
