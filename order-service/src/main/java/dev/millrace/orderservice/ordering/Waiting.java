package dev.millrace.orderservice.ordering;

import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;

/** A request that waits for the result of its command. */
record Waiting(String requestId, CompletableFuture<SpecificRecord> result) {}
