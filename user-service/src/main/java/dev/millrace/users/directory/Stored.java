package dev.millrace.users.directory;

/** What a replacement has led to. */
record Stored(UserView user, boolean created) {}
