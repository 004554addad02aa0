package io.pacelight.chart;

import io.fabric8.kubernetes.api.model.ObjectMeta;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscalerBehavior;
import java.util.List;
import java.util.Map;

/** KEDA's kinds as far as its reference describes them for a Kafka scaler; version 2.16. */
final class Keda {
    private Keda() {}

    record ScaledObject(String apiVersion, String kind, ObjectMeta metadata, Spec spec) {}

    record Spec(
            Target scaleTargetRef,
            Integer pollingInterval,
            Integer cooldownPeriod,
            Integer initialCooldownPeriod,
            Integer idleReplicaCount,
            Integer minReplicaCount,
            Integer maxReplicaCount,
            Fallback fallback,
            Advanced advanced,
            List<Trigger> triggers) {}

    record Target(String apiVersion, String kind, String name, String envSourceContainerName) {}

    record Fallback(Integer failureThreshold, Integer replicas, String behavior) {}

    record Advanced(Boolean restoreToOriginalReplicaCount, Scaler horizontalPodAutoscalerConfig) {}

    record Scaler(String name, HorizontalPodAutoscalerBehavior behavior) {}

    record Trigger(
            String type,
            String name,
            Boolean useCachedMetrics,
            String metricType,
            KafkaMetadata metadata,
            Reference authenticationRef) {}

    /** All values are text, numbers too. */
    record KafkaMetadata(
            String bootstrapServers,
            String consumerGroup,
            String topic,
            String lagThreshold,
            String activationLagThreshold,
            String offsetResetPolicy,
            String allowIdleConsumers,
            String scaleToZeroOnInvalidOffset,
            String excludePersistentLag,
            String limitToPartitionsWithLag,
            String version,
            String partitionLimitation,
            String sasl,
            String tls,
            String unsafeSsl) {}

    record Reference(String name, String kind) {}

    record TriggerAuthentication(String apiVersion, String kind, ObjectMeta metadata, Secrets spec) {}

    record Secrets(List<SecretTarget> secretTargetRef, List<Map<String, String>> env) {}

    record SecretTarget(String parameter, String name, String key) {}
}
