package dev.millrace.cdc.status;

import static java.util.Objects.requireNonNull;

import dev.millrace.cdc.CaptureProperties;
import dev.millrace.cdc.CdcProperties;
import java.time.Clock;
import java.util.Collection;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What every capture of this instance does at the moment. */
@Component
public final class CaptureStatuses {

    private final TreeMap<String, CaptureStatus> byName;

    CaptureStatuses(CdcProperties properties, Clock clock) {
        this.byName = properties.all().stream()
                .map(CaptureProperties::name)
                .collect(Collectors.toMap(
                        name -> name, name -> new CaptureStatus(name, clock), (first, _) -> first, TreeMap::new));
    }

    public CaptureStatus of(CaptureProperties capture) {
        return requireNonNull(byName.get(capture.name()));
    }

    Collection<CaptureStatus> all() {
        return byName.values();
    }
}
