package dev.millrace.orderservice.readmodel;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that the view can't follow, and why. */
record Obstacle(ConsumerRecord<String, SpecificRecord> record, RuntimeException reason) {}
