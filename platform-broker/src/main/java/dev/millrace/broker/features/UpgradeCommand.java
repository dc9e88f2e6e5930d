package dev.millrace.broker.features;

import static dev.millrace.broker.declared.Answers.await;
import static java.util.stream.Collectors.toMap;

import java.io.PrintStream;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.FeatureMetadata;
import org.apache.kafka.clients.admin.FeatureUpdate;
import org.apache.kafka.clients.admin.FeatureUpdate.UpgradeType;
import org.apache.kafka.clients.admin.UpdateFeaturesOptions;
import org.springframework.stereotype.Component;

/** Lets a cluster use all that its Kafka can do, {@code metadata.version} first of all. There is no way back. */
@Component
public final class UpgradeCommand {

    private final Admin admin;

    public UpgradeCommand(Admin admin) {
        this.admin = admin;
    }

    /**
     * Kafka refuses while one of its nodes is too old for it.
     *
     * @return 0; what can't be done is thrown
     */
    public int upgrade(PrintStream out) {
        var features = await("tell its features", admin.describeFeatures().featureMetadata());
        var newer = newer(features);
        if (!newer.isEmpty()) {
            await(
                    "take the upgrade",
                    admin.updateFeatures(updates(newer), new UpdateFeaturesOptions())
                            .all());
        }
        newer.forEach((feature, level) -> out.printf("%s: %d -> %d%n", feature, level(features, feature), level));
        out.println("The cluster uses all that its Kafka can do.");
        return 0;
    }

    private static Map<String, Short> newer(FeatureMetadata features) {
        var newer = new TreeMap<String, Short>();
        features.supportedFeatures().forEach((feature, supported) -> {
            if (supported.maxVersion() > level(features, feature)) {
                newer.put(feature, supported.maxVersion());
            }
        });
        return newer;
    }

    /** 0 is Kafka's word for a feature that is off. */
    private static short level(FeatureMetadata features, String feature) {
        var finalized = features.finalizedFeatures().get(feature);
        return finalized == null ? 0 : finalized.maxVersionLevel();
    }

    private static Map<String, FeatureUpdate> updates(Map<String, Short> levels) {
        return levels.entrySet().stream()
                .collect(toMap(Map.Entry::getKey, level -> new FeatureUpdate(level.getValue(), UpgradeType.UPGRADE)));
    }
}
