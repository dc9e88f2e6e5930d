package dev.millrace.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That what is wrong is refused, or the other tests would say nothing. */
class ModelTest {

    private static final String DEPLOYMENT =
            "{apiVersion: apps/v1, kind: Deployment, metadata: {name: a}, spec: {replicas: 1, template: {spec: {containers: [{name: a, env: [{name: A, value: '1'}]}]}}}}";
    private static final String TOPIC =
            "{apiVersion: kafka.strimzi.io/v1, kind: KafkaTopic, metadata: {name: a}, spec: {partitions: 1, config: {retention.ms: 1}}}";
    private static final String SCALED_OBJECT =
            "{apiVersion: keda.sh/v1alpha1, kind: ScaledObject, metadata: {name: a}, spec: {scaleTargetRef: {name: a}, triggers: [{type: prometheus, metadata: {threshold: '1'}}]}}";
    private static final String RULE =
            "{apiVersion: monitoring.coreos.com/v1, kind: PrometheusRule, metadata: {name: a}, spec: {groups: [{name: a, rules: [{alert: A, expr: up}]}]}}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "replicas: 1 | replica: 1",
                "replicas: 1 | replicas: '1'",
                "replicas: 1 | replicas: true",
                "value: '1' | value: 1",
                "value: '1' | values: '1'",
                "containers: [ | container: [",
                "kind: Deployment | kind: Deploymint",
                "metadata: {name: a} | metadata: {nome: a}",
            })
    void refusesWhatKubernetesDoesNotKnow(String right, String wrong) throws IOException {
        refuses(DEPLOYMENT, right, wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "partitions: 1 | partition: 1",
                "partitions: 1 | partitions: '1'",
                "strimzi.io/v1 | strimzi.io/v0",
            })
    void refusesWhatStrimziDoesNotKnow(String right, String wrong) throws IOException {
        refuses(TOPIC, right, wrong);
    }

    @Test
    void refusesWhatKedaDoesNotKnow() throws IOException {
        refuses(SCALED_OBJECT, "triggers", "trigger");
    }

    @Test
    void refusesWhatPrometheusDoesNotKnow() throws IOException {
        refuses(RULE, "expr", "expression");
    }

    private static void refuses(String manifest, String right, String wrong) throws IOException {
        assertThat(read(manifest)).isNotNull();
        assertThat(manifest).contains(right);
        assertThatThrownBy(() -> read(manifest.replace(right, wrong)));
    }

    private static HasMetadata read(String manifest) throws IOException {
        return Model.read(new YAMLMapper().readTree(manifest));
    }
}
