package dev.millrace.orderservice.deciding;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints it as a sentence instead of a stack trace. */
final class SameInstanceAnalyzer extends AbstractFailureAnalyzer<SameInstance> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SameInstance cause) {
        return new FailureAnalysis(cause.getMessage(), cause.remedy(), cause);
    }
}
