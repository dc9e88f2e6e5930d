package dev.millrace.orderservice.deciding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints it as a sentence instead of a stack trace. */
final class StateInUseAnalyzer extends AbstractFailureAnalyzer<StateInUse> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, StateInUse cause) {
        return new FailureAnalysis(
                cause.getMessage(), "Give each instance a millrace.data-directory of its own.", cause);
    }
}
