package dev.millrace.orderservice.deciding;

import java.util.Set;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Where one order is.
 *
 * @param owner the instance that decides its commands
 * @param copies the instances that follow it
 * @param here this instance
 */
public record OrderLocation(HostInfo owner, Set<HostInfo> copies, HostInfo here, int partition) {

    public boolean isHere() {
        return owner.equals(here);
    }

    public boolean hasCopyHere() {
        return copies.contains(here);
    }
}
