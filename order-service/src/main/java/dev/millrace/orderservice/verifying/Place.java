package dev.millrace.orderservice.verifying;

import java.util.List;

/** Something that follows the events, and should say what they say. */
interface Place {

    Where where();

    /** Waits until it has come as far as the replay. */
    void await(int partition, Replay replay, Pace pace);

    /** What it has of these orders. */
    List<Found> find(List<String> orderIds);

    /** What it has in the range of the replay that the replay has not. */
    List<Found> strangers(int partition, Replay replay);
}
