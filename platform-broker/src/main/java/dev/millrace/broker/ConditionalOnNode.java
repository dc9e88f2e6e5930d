package dev.millrace.broker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;

/** For what is there only where a node of Kafka runs in this process, and not where another cluster is looked after. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnBooleanProperty(name = ConditionalOnNode.SWITCH, matchIfMissing = true)
public @interface ConditionalOnNode {

    String SWITCH = "millrace.broker.enabled";
}
