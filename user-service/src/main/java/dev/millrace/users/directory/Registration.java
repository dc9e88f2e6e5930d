package dev.millrace.users.directory;

import java.time.Instant;
import java.util.UUID;

/** Which user a request has made, and when. */
record Registration(UUID userId, Instant at) {}
