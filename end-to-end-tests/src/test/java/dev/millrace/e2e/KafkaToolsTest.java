package dev.millrace.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.millrace.local.jvm.JavaApplication;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Kafka's own tools, one after another, with nothing but the file that the platform writes for the operator. */
class KafkaToolsTest {

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            org.apache.kafka.tools.TopicCommand                        | --create --topic tools --partitions 1                           | Created topic tools
            org.apache.kafka.tools.TopicCommand                        | --list                                                          | ^tools$
            org.apache.kafka.tools.TopicCommand                        | --describe --topic tools                                        | Topic: tools .* PartitionCount: 1
            org.apache.kafka.tools.ConsoleProducer                     | --topic tools                                                   | ''
            org.apache.kafka.tools.consumer.ConsoleConsumer            | --topic tools --group tools --from-beginning --max-messages 1   | ^typed$
            org.apache.kafka.tools.ProducerPerformance                 | --topic tools --num-records 100 --record-size 9 --throughput -1 | ^100 records sent
            org.apache.kafka.tools.ConsumerPerformance                 | --topic tools --group tools --num-records 100                   | , 100,
            org.apache.kafka.tools.consumer.group.ConsumerGroupCommand | --list                                                          | ^tools$
            org.apache.kafka.tools.consumer.group.ConsumerGroupCommand | --describe --group tools                                        | ^tools tools 0 101 101 0
            org.apache.kafka.tools.consumer.group.ConsumerGroupCommand | --delete --group tools                                          | successful
            org.apache.kafka.tools.TopicCommand                        | --delete --topic tools                                          | ''
            kafka.admin.ConfigCommand                                  | --describe --entity-type topics --entity-name events.orders     | retention.ms=-1
            org.apache.kafka.tools.AclCommand                          | --list --topic events.orders                                    | User:ledger.* operation=READ
            org.apache.kafka.tools.MetadataQuorumCommand               | describe --status                                               | LeaderId: 1
            """)
    void doTheirWork(String tool, String arguments, String answer) throws Exception {
        assertThat(run(tool, arguments).replaceAll("[ \t]+", " "))
                .containsPattern(Pattern.compile(answer, Pattern.MULTILINE));
    }

    private static String run(String tool, String arguments) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command(tool, arguments))
                .redirectErrorStream(true)
                .start();
        try (var typed = process.getOutputStream()) {
            typed.write("typed\n".getBytes(UTF_8));
        }
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static List<String> command(String tool, String arguments) {
        var platform = RunningPlatform.local();
        var command = new ArrayList<>(List.of(
                JavaApplication.java(),
                "-Xmx64m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(List.of(tool, "--bootstrap-server", platform.kafka()));
        command.addAll(List.of("--command-config", platform.kafkaOperatorFile().toString()));
        command.addAll(List.of(arguments.split(" ")));
        return command;
    }
}
