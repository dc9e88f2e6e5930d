package dev.millrace.local.settings;

/** One local platform: where it is, where it listens, what it may take, and who may log in. */
public record Settings(Folders folders, Ports ports, Heaps heaps, Credentials credentials, Brokers brokers) {}
