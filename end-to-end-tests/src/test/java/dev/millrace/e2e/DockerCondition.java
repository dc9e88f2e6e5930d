package dev.millrace.e2e;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testcontainers.DockerClientFactory;

/** Leaves tests on containers out, and says so, where there is no Docker. */
public final class DockerCondition implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (!isNeeded()) {
            return ConditionEvaluationResult.enabled("no Docker is needed");
        }
        return DockerClientFactory.instance().isDockerAvailable()
                ? ConditionEvaluationResult.enabled("there is a Docker engine")
                : ConditionEvaluationResult.disabled(
                        "There is no Docker engine here, so nothing is tested on containers.");
    }

    /** Whether the platform under test is one of containers. */
    static boolean isNeeded() {
        return Boolean.getBoolean("millrace.containers");
    }
}
