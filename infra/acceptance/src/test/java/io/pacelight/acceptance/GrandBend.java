package io.pacelight.acceptance;

import static org.assertj.core.api.Assertions.catchThrowable;

import io.pacelight.local.LocalDistrict;
import io.pacelight.testing.RealInput;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The sample district, brought in once for all tests of this JVM: every answer on the way is kept to be looked at. */
final class GrandBend {
    /** Mathematics, Grade 8: 27 students; taught by {@link #TEACHER} in the spring semester, who has an address for mail. */
    static final String CLASS = "CLS-25590104402Trad211MATH0822011-MATH-08";

    static final String MAILBOX = "EstherGallegos@edfi.org";

    static final String TEACHER = "egallegos";

    /** A class of another school. */
    static final String ELSEWHERE = "CLS-25590100101Trad120ENG122011-ENG-1";

    /** The district that the sign-in page signs people in to. */
    static final District DISTRICT = new District(LocalDistrict.DISTRICT);

    static final JsonNode ROSTER = roster();
    static final JsonNode CALENDAR = csv("calendars", "grand-bend/school-calendar.csv");
    static final JsonNode BELLS = csv("bell-schedules", "grand-bend/bell-schedule.csv");
    static final JsonNode COMPETENCIES = csv("competencies", "ccss-math/competencies.csv");
    static final @Nullable Throwable CIRCLE = catchThrowable(() -> csv(
            "prerequisites?kinds=" + District.encoded("dependency,conceptual connection"),
            "ccss-math/prerequisites.csv"));
    static final JsonNode DEPENDENCIES = csv("prerequisites?kinds=dependency", "ccss-math/prerequisites.csv");
    static final JsonNode CROSSWALK = csv("crosswalks", "grand-bend/competency-crosswalk.csv");
    static final JsonNode ATTEMPTS = attempts();

    private GrandBend() {}

    static JsonNode roster() {
        return DISTRICT.importPackage("oneroster.zip", RealInput.bytes("grand-bend/oneroster.zip"), false);
    }

    private static JsonNode csv(String resource, String file) {
        return DISTRICT.postCsv("/api/roster/v1/" + resource, RealInput.bytes(file));
    }

    private static JsonNode attempts() {
        DISTRICT.desk().put("/api/progression/v1/policies/district", "{\"policy\":\"highest\",\"parameters\":{}}");
        JsonNode batch = DISTRICT.sendAttempts(RealInput.bytes("grand-bend/attempts.csv"));
        DISTRICT.desk().put("/api/roster/v1/classes/" + CLASS + "/pacing-plan", """
                {"targets":[{"competency":"5.NF.A.1","minutes":200},{"competency":"6.RP.A.3.c","minutes":200}]}""");
        return batch;
    }
}
