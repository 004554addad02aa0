package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.data.SpanData;
import io.pacelight.kit.testing.Eventually;
import io.pacelight.local.demo.Api;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a trace backend is told of one attempt and of one conference, read from the spans of running services. */
class TracesIT {
    @Test
    void one_attempt_is_one_trace_from_its_request_to_the_reports() {
        Api desk = LiveDistrict.as("admin");
        String student = aStudent();
        Set<String> before = new HashSet<>();
        LiveDistrict.traces().forEach(span -> before.add(span.getTraceId()));
        JsonNode recorded = desk.postOnce(
                "/api/assessment/v1/attempts",
                UUID.randomUUID().toString(),
                ("{\"student\":\"" + student + "\",\"competency\":\"" + aCompetency() + "\",\"kind\":\"SUMMATIVE\","
                                + "\"level\":2}")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(recorded.get("student").asString()).isEqualTo(student);

        Eventually.holds(() -> {
            SpanData request = LiveDistrict.traces()
                    .filter(span -> !before.contains(span.getTraceId()))
                    .filter(span -> span.getName().equals("http post /api/assessment/v1/attempts"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no span of the request yet"));
            List<SpanData> trace = LiveDistrict.traces()
                    .filter(span -> span.getTraceId().equals(request.getTraceId()))
                    .toList();
            SpanData sent = child(trace, request, "assessment.attempts.v1 publish");
            assertThat(service(sent)).isEqualTo("assessment");
            SpanData judging = child(trace, request, "studentFacts process");
            assertThat(service(judging)).isEqualTo("progression");
            assertThat(service(child(trace, request, "facts process"))).isEqualTo("reporting");
            assertThat(service(child(trace, judging, "progression.mastery.v1 publish")))
                    .isEqualTo("progression");
            assertThat(service(child(trace, judging, "facts process"))).isEqualTo("reporting");
            assertThat(service(child(trace, judging, "student process"))).isEqualTo("intervention");

            SpanData batch = LiveDistrict.traces()
                    .filter(span -> span.getName().equals("studentFacts batch"))
                    .filter(span -> linksTo(span, request))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no batch links to the request"));
            assertThat(batch.getTraceId())
                    .as("a batch is of many traces, so it is of none")
                    .isNotEqualTo(request.getTraceId());
            assertThat(linksTo(judging, batch)).isTrue();
            assertThat(trace)
                    .as("no key, no id, no value")
                    .noneMatch(span -> span.getAttributes().toString().contains(student));
        });
    }

    @Test
    void a_conference_is_followed_from_the_strike_to_the_reports_and_the_mail_that_tells_of_it() {
        // clocks that were due when the demo began have struck; the digest of the next morning tells of it
        LiveDistrict.district()
                .clock()
                .advanceTo(LiveDistrict.district().clock().now().plus(Duration.ofHours(24)));
        Eventually.holds(() -> {
            List<SpanData> mails = LiveDistrict.traces()
                    .filter(span -> span.getName().equals("digest mail"))
                    .toList();
            assertThat(mails).isNotEmpty();
            List<SpanData> strikes = LiveDistrict.traces()
                    .filter(span -> span.getName().equals("clocks strike"))
                    .toList();
            SpanData told = strikes.stream()
                    .filter(strike -> mails.stream().anyMatch(mail -> linksToTrace(mail, strike)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no mail links to a strike"));
            List<SpanData> trace = LiveDistrict.traces()
                    .filter(span -> span.getTraceId().equals(told.getTraceId()))
                    .toList();
            assertThat(service(child(trace, told, "intervention.tasks.v1 publish")))
                    .isEqualTo("intervention");
            assertThat(service(child(trace, told, "facts process"))).isEqualTo("reporting");
        });
        assertThat(LiveDistrict.district().backbone().mail().messages()).isNotEmpty();
    }

    private static SpanData child(List<SpanData> trace, SpanData parent, String name) {
        return trace.stream()
                .filter(span ->
                        span.getName().equals(name) && span.getParentSpanId().equals(parent.getSpanId()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no '" + name + "' under '" + parent.getName() + "' among "
                        + trace.stream().map(SpanData::getName).toList()));
    }

    private static boolean linksTo(SpanData span, SpanData target) {
        return span.getLinks().stream()
                .anyMatch(link -> link.getSpanContext().getSpanId().equals(target.getSpanId()));
    }

    private static boolean linksToTrace(SpanData span, SpanData target) {
        return span.getLinks().stream()
                .anyMatch(link -> link.getSpanContext().getTraceId().equals(target.getTraceId()));
    }

    private static String service(SpanData span) {
        return String.valueOf(
                span.getResource().getAttribute(io.opentelemetry.api.common.AttributeKey.stringKey("service.name")));
    }

    private static JsonNode aClass() {
        Api teacher = LiveDistrict.as(LiveDistrict.teacher());
        String id = teacher.get("/api/reporting/v1/me")
                .get("classes")
                .get(0)
                .get("id")
                .asString();
        return teacher.get("/api/reporting/v1/classes/" + id + "/grid");
    }

    private static String aStudent() {
        return aClass().get("students").get(0).get("id").asString();
    }

    private static String aCompetency() {
        return aClass().get("competencies").get(0).get("code").asString();
    }
}
