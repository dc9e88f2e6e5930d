package dev.millrace.broker.access;

import dev.millrace.broker.declared.Difference;

/** One way in which users, ACLs or quotas are not as they are declared. */
record AccessDifference(Kind kind, String sentence) implements Difference {

    @Override
    public String toString() {
        return sentence;
    }
}
