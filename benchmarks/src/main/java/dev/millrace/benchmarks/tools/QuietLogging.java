package dev.millrace.benchmarks.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A configuration of Logback that says nothing but errors. */
public final class QuietLogging {

    private QuietLogging() {}

    public static Path in(Path folder) throws IOException {
        return Files.writeString(folder.resolve("quiet.xml"), """
                <configuration>
                  <appender name="errors" class="ch.qos.logback.core.ConsoleAppender">
                    <encoder><pattern>%msg%n%ex</pattern></encoder>
                  </appender>
                  <root level="ERROR"><appender-ref ref="errors"/></root>
                </configuration>
                """);
    }
}
