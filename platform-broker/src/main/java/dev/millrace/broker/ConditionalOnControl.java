package dev.millrace.broker;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** For what has to do with topics and groups: not in a node that is a controller alone, which knows nothing of them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Conditional(ConditionalOnControl.NoControllerAlone.class)
public @interface ConditionalOnControl {

    /** Looks at the roles of the node, both of which it has unless it is told otherwise. */
    final class NoControllerAlone implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            var settings = Binder.get(context.getEnvironment());
            var node = settings.bind(ConditionalOnNode.SWITCH, Boolean.class).orElse(true);
            var roles = settings.bind("millrace.broker.roles", Bindable.setOf(String.class));
            return !node
                    || roles.map(set -> set.stream().anyMatch("broker"::equalsIgnoreCase))
                            .orElse(true);
        }
    }
}
