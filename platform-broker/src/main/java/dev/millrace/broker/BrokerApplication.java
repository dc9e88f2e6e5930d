package dev.millrace.broker;

import dev.millrace.broker.declared.AdminFailure;
import dev.millrace.broker.declared.ImportCommand;
import dev.millrace.broker.declared.PlanCommand;
import dev.millrace.broker.features.UpgradeCommand;
import java.io.PrintStream;
import java.util.Map;
import java.util.function.ToIntBiFunction;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Kafka in this process and keeps topics, users and rights as declared; or, told so, does the latter for another Kafka. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
@EnableScheduling
public class BrokerApplication {

    /** @param args settings; {@code plan}, {@code apply}, {@code import} or {@code upgrade} as the first one do that and end */
    public static void main(String... args) {
        KafkaExit.endsTheProcess();
        try {
            switch (args.length == 0 ? "" : args[0]) {
                case "plan" -> System.exit(command(PlanCommand.class, PlanCommand::plan, args));
                case "apply" -> System.exit(command(PlanCommand.class, PlanCommand::apply, args));
                case "import" -> System.exit(command(ImportCommand.class, ImportCommand::importAll, args));
                case "upgrade" -> System.exit(command(UpgradeCommand.class, UpgradeCommand::upgrade, args));
                default -> SpringApplication.run(BrokerApplication.class, args);
            }
        } catch (RuntimeException
                | Error _) { // already reported; without this, a thread of Kafka could keep the process alive
            System.exit(1);
        }
    }

    private static <C> int command(Class<C> type, ToIntBiFunction<C, PrintStream> verb, String... args) {
        var command = command(type, args);
        try {
            return verb.applyAsInt(command, System.out);
        } catch (StartRefused | AdminFailure e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private static <C> C command(Class<C> type, String... args) {
        var application = new SpringApplication(BrokerApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setAdditionalProfiles("command");
        application.setDefaultProperties(Map.of(ConditionalOnNode.SWITCH, false));
        return application.run(args).getBean(type);
    }
}
