package dev.millrace.broker.declared;

/** What one of the files says. All of them are read before anything is started. */
public interface Declared {}
