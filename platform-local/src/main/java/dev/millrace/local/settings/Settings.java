package dev.millrace.local.settings;

/** One local platform: where it is, where it listens, and what its database roles are called by. */
public record Settings(Folders folders, Ports ports, Credentials credentials) {}
