package dev.millrace.cdc.progress;

/** What a capture does at the moment. */
public sealed interface CaptureState {

    record Starting() implements CaptureState {}

    /** Reads the rows that were there before the capture. */
    record Snapshotting() implements CaptureState {}

    record Streaming() implements CaptureState {}

    /** Something is away or not there yet; goes on by itself. */
    record Waiting(String reason) implements CaptureState {}

    /** Somebody has to do something about it; looks again from time to time. */
    record Blocked(String reason) implements CaptureState {}

    /** Somebody wants it to wait, on every instance. */
    record Paused() implements CaptureState {}

    record Stopped() implements CaptureState {}
}
