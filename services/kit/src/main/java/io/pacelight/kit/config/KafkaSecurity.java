package io.pacelight.kit.config;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/** Says in Kafka's own settings how clients make themselves known, and refuses what would be left unused in silence. */
final class KafkaSecurity {
    private static final Set<String> MECHANISMS = Set.of("SCRAM-SHA-512", "SCRAM-SHA-256");

    private KafkaSecurity() {}

    /** Settings for every Kafka client; throws {@link IllegalArgumentException} on what does not fit together. */
    static Map<String, String> settings(KitProperties.Kafka kafka) {
        SecurityProtocol protocol = kafka.security().protocol();
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol.name);
        settings.putAll(sasl(protocol, kafka.sasl()));
        settings.putAll(tls(protocol, kafka.tls()));
        settings.putAll(kafka.settings());
        return settings;
    }

    private static Map<String, String> sasl(SecurityProtocol protocol, KitProperties.Sasl sasl) {
        boolean wanted = protocol == SecurityProtocol.SASL_SSL || protocol == SecurityProtocol.SASL_PLAINTEXT;
        String username = sasl.username();
        String password = sasl.password();
        if (!wanted) {
            if (username != null || password != null)
                throw new IllegalArgumentException(
                        "pacelight.kafka.sasl is given, but pacelight.kafka.security.protocol is " + protocol
                                + ", which does not use it: set SASL_SSL, or leave out the user");
            return Map.of();
        }
        if (username == null || password == null)
            throw new IllegalArgumentException("pacelight.kafka.security.protocol is " + protocol
                    + ": set pacelight.kafka.sasl.username and pacelight.kafka.sasl.password");
        if (!MECHANISMS.contains(sasl.mechanism()))
            throw new IllegalArgumentException(
                    "pacelight.kafka.sasl.mechanism is SCRAM-SHA-512 or SCRAM-SHA-256, not " + sasl.mechanism());
        return Map.of(
                SaslConfigs.SASL_MECHANISM,
                sasl.mechanism(),
                SaslConfigs.SASL_JAAS_CONFIG,
                ScramLoginModule.class.getName() + " required username=" + quoted(username) + " password="
                        + quoted(password) + ";");
    }

    private static Map<String, String> tls(SecurityProtocol protocol, KitProperties.Tls tls) {
        if (tls.certificates() == null) return Map.of();
        if (protocol != SecurityProtocol.SASL_SSL && protocol != SecurityProtocol.SSL)
            throw new IllegalArgumentException(
                    "pacelight.kafka.tls.certificates is given, but " + "pacelight.kafka.security.protocol is "
                            + protocol + ", which is not encrypted: set SASL_SSL or SSL");
        return Map.of(
                SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                "PEM",
                SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                tls.certificates().toString());
    }

    /** As a value in a JAAS entry, whatever characters a password has. */
    private static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
