package dev.millrace.orderservice.readmodel;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Up to where in a partition the view has followed. */
@Entity
@Table(name = "checkpoints")
class Checkpoint {

    @Id
    private int partition;

    private long nextOffset;

    protected Checkpoint() {}

    Checkpoint(int partition, long nextOffset) {
        this.partition = partition;
        this.nextOffset = nextOffset;
    }

    long nextOffset() {
        return nextOffset;
    }
}
