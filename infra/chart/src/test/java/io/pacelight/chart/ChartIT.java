package io.pacelight.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The charts as Helm renders them. */
class ChartIT {
    static final List<String> EXAMPLES = Charts.EXAMPLES;

    private static List<JsonNode> ofKind(List<JsonNode> manifests, String kind) {
        return manifests.stream()
                .filter(manifest -> manifest.path("kind").asText().equals(kind))
                .toList();
    }

    private static JsonNode named(List<JsonNode> manifests, String kind, String name) {
        return ofKind(manifests, kind).stream()
                .filter(manifest -> manifest.at("/metadata/name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** Pod templates, of deployments and of the job. */
    private static List<JsonNode> pods(List<JsonNode> manifests) {
        return manifests.stream()
                .map(manifest -> manifest.at("/spec/template"))
                .filter(JsonNode::isObject)
                .toList();
    }

    private static List<String> problems(List<JsonNode> manifests) {
        return manifests.stream()
                .map(KubernetesModel::problem)
                .flatMap(Optional::stream)
                .toList();
    }

    // ---- lint

    @ParameterizedTest
    @ValueSource(strings = {"service", "district"})
    void strict_lint_has_nothing_to_say(String chart) {
        LintResult lint = Charts.lint(chart);

        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
        assertThat(lint.getMessages()).noneMatch(message -> message.startsWith("[W") || message.startsWith("[E"));
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void strict_lint_has_nothing_to_say_of_an_example(String example, @TempDir Path directory) {
        LintResult lint = Charts.lintDistrict(directory.resolve("district"), Charts.read(Charts.example(example)));

        assertThat(lint.isFailed()).as(lint.getMessages().toString()).isFalse();
    }

    @Test
    void lint_finds_a_planted_mistake(@TempDir Path directory) {
        ObjectNode values = Charts.JSON.createObjectNode();
        values.putObject("global").put("isuer", "https://id.example.org");

        assertThat(Charts.lintDistrict(directory.resolve("district"), values).isFailed())
                .isTrue();
    }

    // ---- Kubernetes' model

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void every_manifest_is_one_that_kubernetes_takes(String example) {
        List<JsonNode> manifests = Charts.district(example);

        assertThat(ofKind(manifests, "Deployment")).hasSize(example.equals("full") ? 7 : 6);
        assertThat(problems(manifests)).isEmpty();
    }

    @Test
    void the_full_example_renders_every_kind() {
        Set<String> kinds = Charts.district("full").stream()
                .map(manifest -> manifest.path("kind").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(kinds)
                .containsExactly(
                        "Deployment",
                        "HTTPRoute",
                        "HorizontalPodAutoscaler",
                        "Ingress",
                        "Job",
                        "NetworkPolicy",
                        "PodDisruptionBudget",
                        "PrometheusRule",
                        "ScaledObject",
                        "Service",
                        "ServiceAccount",
                        "ServiceMonitor",
                        "TriggerAuthentication");
    }

    @Test
    void a_planted_unknown_field_is_found_however_deep() {
        JsonNode deployment = named(Charts.district("minimal"), "Deployment", "pl-roster");
        ((ObjectNode) deployment.at("/spec/template/spec/containers/0/livenessProbe/httpGet")).put("prot", "http");

        assertThat(KubernetesModel.problem(deployment))
                .hasValueSatisfying(
                        problem -> assertThat(problem).contains("pl-roster", "Unrecognized field \"prot\""));
    }

    @Test
    void a_planted_unknown_field_of_another_s_kind_is_found() {
        JsonNode scaled = ofKind(Charts.district("full"), "ScaledObject").getFirst();
        ((ObjectNode) scaled.at("/spec/triggers/0/metadata")).put("consumergroup", "x");
        JsonNode monitor = ofKind(Charts.district("full"), "ServiceMonitor").getFirst();
        ((ObjectNode) monitor.at("/spec/endpoints/0")).put("intervall", "1s");

        assertThat(KubernetesModel.problem(scaled)).isPresent();
        assertThat(KubernetesModel.problem(monitor)).isPresent();
    }

    @Test
    void planted_values_of_another_type_are_found() {
        JsonNode grace = named(Charts.district("minimal"), "Deployment", "pl-roster");
        ((ObjectNode) grace.at("/spec/template/spec")).put("terminationGracePeriodSeconds", "60");
        JsonNode variable = named(Charts.district("minimal"), "Deployment", "pl-roster");
        ((ObjectNode) variable.at("/spec/template/spec/containers/0/env/0")).put("value", 8080);
        JsonNode flag = named(Charts.district("minimal"), "Deployment", "pl-roster");
        ((ObjectNode) flag.at("/spec/template/spec")).put("automountServiceAccountToken", "false");

        assertThat(List.of(grace, variable, flag))
                .allSatisfy(manifest ->
                        assertThat(KubernetesModel.problem(manifest)).isPresent());
    }

    @Test
    void a_repeated_key_is_found() {
        assertThatThrownBy(() -> Charts.documents("spec:\n  replicas: 1\n  replicas: 2\n"))
                .hasMessageContaining("found duplicate key replicas");
    }

    // ---- security

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void every_pod_runs_with_the_least_it_needs(String example) {
        List<JsonNode> pods = pods(Charts.district(example));

        assertThat(pods).hasSize(example.equals("full") ? 8 : 7).allSatisfy(pod -> {
            JsonNode spec = pod.path("spec");
            assertThat(spec.path("automountServiceAccountToken").asBoolean(true))
                    .isFalse();
            assertThat(spec.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
            assertThat(spec.at("/securityContext/runAsUser").asInt()).isPositive();
            assertThat(spec.at("/securityContext/seccompProfile/type").asText()).isEqualTo("RuntimeDefault");
            assertThat(spec.has("hostNetwork") || spec.has("hostPID") || spec.has("hostIPC"))
                    .isFalse();
            assertThat(list(spec.path("volumes")))
                    .allMatch(volume -> volume.has("emptyDir") || volume.has("secret"))
                    .filteredOn(volume -> volume.has("emptyDir"))
                    .allMatch(volume -> volume.at("/emptyDir").has("sizeLimit"));
            assertThat(list(spec.path("containers"))).allSatisfy(container -> {
                JsonNode security = container.path("securityContext");
                assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
                assertThat(security.path("allowPrivilegeEscalation").asBoolean(true))
                        .isFalse();
                assertThat(security.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
                assertThat(security.at("/capabilities").has("add")).isFalse();
                for (String kind : List.of("requests", "limits"))
                    assertThat(container
                                    .at("/resources/" + kind)
                                    .propertyStream()
                                    .map(Map.Entry::getKey))
                            .contains("cpu", "memory");
                assertThat(list(container.path("volumeMounts")))
                        .anyMatch(mount -> mount.path("mountPath").asText().equals("/tmp"));
            });
        });
        assertThat(ofKind(Charts.district(example), "ServiceAccount"))
                .allMatch(
                        account -> !account.path("automountServiceAccountToken").asBoolean(true));
    }

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void passwords_and_user_names_are_references_only(String example) {
        assertThat(Charts.district(example))
                .noneMatch(manifest -> manifest.path("kind").asText().equals("Secret"));
        List<JsonNode> secrets = pods(Charts.district(example)).stream()
                .flatMap(pod -> list(pod.at("/spec/containers/0/env")).stream())
                .filter(variable ->
                        variable.path("name").asText().matches(".*(PASSWORD|USERNAME|CLIENT_SECRET|TOKEN)$"))
                .toList();
        assertThat(secrets)
                .allMatch(
                        variable -> variable.at("/valueFrom/secretKeyRef/name").isTextual() && !variable.has("value"));
        if (!example.equals("dev")) assertThat(secrets).hasSizeGreaterThan(20);
    }

    @Test
    void nothing_passes_but_what_a_policy_of_its_own_lets_through() {
        List<JsonNode> manifests = Charts.district("full");
        JsonNode deny = named(manifests, "NetworkPolicy", "pl-default-deny").path("spec");

        assertThat(deny.has("ingress") || deny.has("egress")).isFalse();
        assertThat(list(deny.path("policyTypes")).stream().map(JsonNode::asText))
                .containsExactly("Ingress", "Egress");
        assertThat(pods(manifests)).allSatisfy(pod -> {
            assertThat(covers(deny, pod)).isTrue();
            assertThat(ofKind(manifests, "NetworkPolicy"))
                    .filteredOn(policy -> covers(policy.path("spec"), pod))
                    .hasSize(2);
        });
        JsonNode roster = named(manifests, "NetworkPolicy", "pl-roster").path("spec");
        assertThat(roster.at("/ingress/0/from/0/podSelector/matchLabels/app.kubernetes.io~1name")
                        .asText())
                .isEqualTo("dashboard");
        assertThat(roster.at("/egress/2/to/0/ipBlock/cidr").asText()).isEqualTo("10.20.0.0/24");
        assertThat(roster.at("/egress/2/ports/0/port").asInt()).isEqualTo(9093);
        JsonNode pages = named(manifests, "NetworkPolicy", "pl-dashboard").path("spec");
        assertThat(pages.path("egress").toString()).doesNotContain("27017").doesNotContain("9093");
    }

    @Test
    void metrics_are_on_a_port_that_only_the_scraper_reaches() {
        List<JsonNode> manifests = Charts.district("full");
        String scraper = "kubernetes.io/metadata.name\":\"monitoring\"";

        assertThat(ofKind(manifests, "ServiceMonitor"))
                .hasSize(7)
                .allSatisfy(monitor -> assertThat(
                                monitor.at("/spec/endpoints/0/port").asText())
                        .isEqualTo("management"));
        assertThat(ofKind(manifests, "Deployment")).allSatisfy(deployment -> {
            String name = deployment.at("/metadata/name").asText();
            assertThat(deployment
                            .at("/spec/template/spec/containers/0/ports/1/containerPort")
                            .asInt())
                    .isEqualTo(8081);
            assertThat(list(named(manifests, "NetworkPolicy", name).at("/spec/ingress")))
                    .as(name)
                    .isNotEmpty()
                    .allSatisfy(rule -> assertThat(rule.at("/ports/0/port").asText())
                            .isEqualTo(rule.path("from").toString().contains(scraper) ? "management" : "http"));
        });
        assertThat(ofKind(manifests, "Ingress").toString() + ofKind(manifests, "HTTPRoute"))
                .doesNotContain("management")
                .doesNotContain("8081");
        assertThatThrownBy(() -> Charts.district("minimal", Map.of("roster.service.managementPort", "8080")))
                .hasMessageContaining("roster: service.managementPort is service.port");
    }

    @Test
    void the_canary_reaches_the_pages_and_nothing_else_of_the_district() {
        List<JsonNode> manifests = Charts.district("full");
        JsonNode canary = named(manifests, "NetworkPolicy", "pl-canary").path("spec");

        assertThat(canary.path("egress").toString())
                .contains("\"app.kubernetes.io/name\":\"dashboard\"")
                .doesNotContain("part-of", "27017", "9093");
        assertThat(named(manifests, "NetworkPolicy", "pl-dashboard")
                        .at("/spec/ingress/0/from")
                        .toString())
                .contains("\"app.kubernetes.io/name\":\"canary\"");
        assertThat(ofKind(Charts.district("minimal"), "Deployment"))
                .as("it is an option")
                .noneMatch(
                        deployment -> deployment.at("/metadata/name").asText().equals("pl-canary"));
    }

    @Test
    void a_canary_without_its_shadow_district_or_that_one_s_secret_is_refused() {
        assertThatThrownBy(() -> Charts.district("minimal", Map.of("canary.enabled", "true")))
                .hasMessageContaining("canary.env.PACELIGHT_CANARY_DISTRICTS_0_ID: name the shadow district");
        assertThatThrownBy(() -> Charts.district(
                        "minimal",
                        Map.of(
                                "canary.enabled",
                                "true",
                                "canary.env.PACELIGHT_CANARY_DISTRICTS_0_ID",
                                "cedar-ridge-canary")))
                .hasMessageContaining("canary.secretEnv.PACELIGHT_CANARY_DISTRICTS_0_CLIENTSECRET: name the secret");
    }

    private static boolean covers(JsonNode policy, JsonNode pod) {
        return policy.at("/podSelector/matchLabels")
                .propertyStream()
                .allMatch(label ->
                        label.getValue().equals(pod.at("/metadata/labels").path(label.getKey())));
    }

    // ---- life and death of a pod

    @ParameterizedTest
    @FieldSource("EXAMPLES")
    void probes_ask_for_the_process_and_for_readiness_and_stopping_has_time(String example) {
        assertThat(ofKind(Charts.district(example), "Deployment")).allSatisfy(deployment -> {
            JsonNode pod = deployment.at("/spec/template/spec");
            JsonNode container = pod.at("/containers/0");
            assertThat(container.at("/livenessProbe/httpGet/path").asText()).isEqualTo("/livez");
            assertThat(container.at("/readinessProbe/httpGet/path").asText()).isEqualTo("/readyz");
            assertThat(container.at("/startupProbe/httpGet/path").asText()).isEqualTo("/livez");
            int wait = container.at("/lifecycle/preStop/sleep/seconds").asInt();
            assertThat(wait).isPositive();
            assertThat(container.at("/lifecycle").toString()).doesNotContain("exec");
            assertThat(pod.at("/terminationGracePeriodSeconds").asInt()).isGreaterThan(wait + 2 * 20);
            assertThat(deployment
                            .at("/spec/strategy/rollingUpdate/maxUnavailable")
                            .asInt(-1))
                    .isZero();
            assertThat(deployment.at("/spec/strategy/rollingUpdate/maxSurge").asInt())
                    .isEqualTo(1);
            assertThat(list(pod.path("topologySpreadConstraints"))).hasSize(2);
        });
        assertThat(ofKind(Charts.district(example), "PodDisruptionBudget"))
                .hasSameSizeAs(ofKind(Charts.district(example), "Deployment"));
    }

    @Test
    void topics_are_created_before_anything_else_with_the_services_own_image() {
        JsonNode job = named(Charts.district("full"), "Job", "pl-topics");

        assertThat(job.at("/metadata/annotations").path(Charts.HOOK).asText()).isEqualTo("pre-install,pre-upgrade");
        JsonNode container = job.at("/spec/template/spec/containers/0");
        assertThat(container.path("image").asText()).isEqualTo("registry.example.org/pacelight/roster:0.1.0");
        assertThat(container.at("/command").toString()).contains("io.pacelight.kit.config.CreateTopics");
        assertThat(container.at("/env").toString())
                .contains("\"PACELIGHT_KAFKA_SASL_PASSWORD\"", "\"kafka-admin\"", "/etc/pacelight/kafka/ca.crt");
    }

    // ---- what must not render

    @ParameterizedTest
    @ValueSource(strings = {"replicas", "autoscaling.maxReplicas"})
    void more_replicas_than_partitions_are_refused(String setting) {
        Map<String, String> values = new HashMap<>(Map.of("progression." + setting, "9"));
        if (setting.startsWith("autoscaling")) values.put("progression.autoscaling.by", "lag");

        assertThatThrownBy(() -> Charts.district("minimal", values))
                .hasMessageContaining(
                        "progression: " + setting + " is 9, but the topics that it consumes have 8 partitions");
    }

    @Test
    void as_many_replicas_as_partitions_are_taken() {
        JsonNode scaled = named(
                Charts.district(
                        "minimal",
                        Map.of("progression.autoscaling.by", "lag", "progression.autoscaling.maxReplicas", "8")),
                "ScaledObject",
                "pl-progression");

        assertThat(scaled.at("/spec/maxReplicaCount").asInt()).isEqualTo(8);
        assertThat(list(scaled.at("/spec/triggers"))).hasSize(8).allSatisfy(trigger -> {
            assertThat(trigger.at("/metadata/sasl").asText()).isEqualTo("scram_sha512");
            assertThat(trigger.at("/metadata/tls").asText()).isEqualTo("enable");
            assertThat(trigger.at("/metadata/allowIdleConsumers").asText()).isEqualTo("false");
            assertThat(trigger.at("/authenticationRef/name").asText()).isEqualTo("pl-progression");
        });
    }

    @Test
    void a_login_without_its_secret_is_refused() {
        assertThatThrownBy(() -> Charts.district("minimal", Map.of("global.kafka.sasl.existingSecret", "")))
                .hasMessageContaining("global.kafka.protocol is SASL_SSL: set global.kafka.sasl.existingSecret");
    }

    @Test
    void a_variable_out_of_no_secret_is_refused() {
        assertThatThrownBy(() -> Charts.district(
                        "full", Map.of("dashboard.secretEnv.PACELIGHT_OIDC_CLIENT_SECRET.existingSecret", "")))
                .hasMessageContaining("dashboard.secretEnv.PACELIGHT_OIDC_CLIENT_SECRET.existingSecret");
    }

    @Test
    void a_user_in_the_store_s_address_is_refused() {
        assertThatThrownBy(() -> Charts.district("minimal", Map.of("global.mongo.uri", "mongodb://me:secret@mongo/")))
                .hasMessageContaining("put user and password into a secret")
                .hasMessageNotContaining("me:secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "global.issuer",
                "global.kafka.brokers",
                "global.mongo.uri",
                "global.mail.host",
                "global.publicUrl"
            })
    void what_nobody_can_guess_is_asked_for(String setting) {
        assertThatThrownBy(() -> Charts.district("minimal", Map.of(setting, "")))
                .hasMessageContaining(setting + ": say ");
    }

    @Test
    void pages_in_the_clear_are_refused() {
        assertThatThrownBy(() -> Charts.district("full", Map.of("ingress.tlsSecret", "")))
                .hasMessageContaining("ingress.tlsSecret");
    }

    @Test
    void pages_that_would_lose_their_sign_in_are_refused() {
        assertThatThrownBy(() -> Charts.district("minimal", Map.of("dashboard.replicas", "2")))
                .hasMessageContaining("service.sessionAffinity");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rooster.replicas",
                "roster.replica",
                "global.kafka.broker",
                "topics.retry",
                "roster.autoscaling.max"
            })
    void an_unknown_value_is_refused_by_the_schema(String setting) {
        assertThatThrownBy(() -> Charts.district("minimal", Map.of(setting, "2")))
                .hasMessageContaining("additional properties '" + last(setting) + "' not allowed");
    }

    private static String last(String setting) {
        return setting.startsWith("rooster") ? "rooster" : setting.substring(setting.lastIndexOf('.') + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "roster.replicas=two",
                "global.kafka.protocol=TLS",
                "roster.autoscaling.by=memory",
                "global.kafka.brokers=kafka"
            })
    void a_value_of_another_type_or_set_is_refused_by_the_schema(String setting) {
        String[] parts = setting.split("=", 2);

        assertThatThrownBy(() -> Charts.district("minimal", Map.of(parts[0], parts[1])))
                .hasMessageContaining("don't meet the specifications of the schema");
    }

    // ---- one source

    @Test
    void a_service_s_chart_renders_by_itself() {
        List<JsonNode> manifests = Charts.service(Map.of(
                "name", "assessment",
                "global.issuer", "https://id.example.org",
                "global.kafka.brokers", "kafka:9092",
                "global.kafka.protocol", "PLAINTEXT",
                "global.mongo.uri", "mongodb://mongo/"));

        assertThat(problems(manifests)).isEmpty();
        assertThat(named(manifests, "Deployment", "pl-assessment")
                        .at("/spec/replicas")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void both_charts_say_the_same_of_what_all_services_share() throws IOException {
        JsonNode service = Charts.read(Charts.ROOT.resolve("helm/service/values.yaml"));
        JsonNode district = Charts.read(Charts.ROOT.resolve("helm/district/values.yaml"));
        assertThat(district.path("global")).isEqualTo(service.path("global"));

        JsonNode serviceSchema = Charts.read(Charts.ROOT.resolve("helm/service/values.schema.json"));
        JsonNode districtSchema = Charts.read(Charts.ROOT.resolve("helm/district/values.schema.json"));
        assertThat(districtSchema.at("/properties/global")).isEqualTo(serviceSchema.at("/properties/global"));
    }

    @Test
    void every_object_of_the_schemas_is_closed_or_open_on_purpose() {
        for (String chart : List.of("service", "district")) {
            List<String> open = new ArrayList<>();
            collectOpen(Charts.read(Charts.ROOT.resolve("helm/" + chart + "/values.schema.json")), "", open);
            assertThat(open).isEmpty();
        }
    }

    private static void collectOpen(JsonNode schema, String at, List<String> open) {
        if (schema.has("properties") && schema.path("additionalProperties").asBoolean(true)) open.add(at);
        schema.path("properties")
                .propertyStream()
                .forEach(property -> collectOpen(property.getValue(), at + "/" + property.getKey(), open));
    }

    @Test
    void prometheus_gets_the_rules_word_for_word(@TempDir Path directory) {
        String rules = """
                groups:
                  - name: planted
                    rules:
                      - alert: Planted
                        expr: up == 0
                        for: 2m
                        labels: { severity: page }
                        annotations: { summary: "{{ $labels.instance }} is away" }
                """;

        JsonNode rule = named(
                Charts.districtWith(
                        directory.resolve("district"),
                        "files/rules/planted.yml",
                        rules,
                        Map.of("rules.enabled", "true")),
                "PrometheusRule",
                "pl-pacelight");

        assertThat(KubernetesModel.problem(rule)).isEmpty();
        assertThat(list(rule.at("/spec/groups")))
                .contains(Charts.documents(rules).getFirst().at("/groups/0"));
    }

    @Test
    void the_chart_s_rules_are_those_that_the_rules_own_tests_read() throws IOException {
        assertThat(texts(Path.of("target/helm/district/files/rules")))
                .isEqualTo(texts(Charts.ROOT.resolve("infra/observability/prometheus/rules")));
    }

    private static Map<String, String> texts(Path directory) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) texts.put(file.getFileName().toString(), Files.readString(file));
        }
        return texts;
    }

    @Test
    void the_chart_s_topics_are_those_of_the_plan() {
        assertThat(Charts.read(Path.of("target/helm/service/files/topics.yaml")))
                .isEqualTo(Charts.read(Charts.ROOT.resolve("infra/kafka/topics.yaml")));
    }
}
