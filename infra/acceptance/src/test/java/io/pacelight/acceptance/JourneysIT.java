package io.pacelight.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.pacelight.local.demo.Api;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The loop as people see it, on the sample district: sign-in, next bell, grid, evidence, conference, district. */
class JourneysIT {
    private static final String CELL = "5.NF.A.1";
    private static Journeys journeys;

    @BeforeAll
    static void the_sample_district_has_conferences() {
        journeys = new Journeys();
        District.until(
                () -> GrandBend.DISTRICT
                        .as(GrandBend.TEACHER)
                        .get("/api/intervention/v1/classes/" + GrandBend.CLASS + "/conferences"),
                queue -> queue.get("conferences").size() >= 10);
        District.until(
                () -> GrandBend.DISTRICT
                        .as(GrandBend.TEACHER)
                        .get("/api/reporting/v1/classes/" + GrandBend.CLASS + "/grid"),
                JourneysIT::isComplete);
    }

    /** The whole class is in the grid, with its evidence; reporting is the last to hear of it. */
    private static boolean isComplete(JsonNode grid) {
        int attempts = 0;
        for (JsonNode student : grid.get("students"))
            for (JsonNode cell : student.get("cells"))
                attempts += cell.get("attempts").asInt();
        return grid.get("students").size() == 27 && attempts > 0;
    }

    @AfterAll
    static void close() {
        if (journeys != null) journeys.close();
    }

    @Test
    void a_teacher_records_an_attempt_and_sees_the_level_change_without_reload_and_the_district_moves() {
        Page district = journeys.signIn("admin");
        district.waitForURL(Pattern.compile(".*/districts/.*"));
        int masteredBefore = mastered();

        Page page = journeys.signIn(GrandBend.TEACHER);
        page.navigate(District.installation().address() + "/classes/" + GrandBend.CLASS);
        Locator cell = page.locator("td a.lv1[id$='-" + CELL + "']").first();
        String id = cell.getAttribute("id");
        cell.click();
        assertThat(page.locator("#ev-title")).isVisible();
        page.evaluate("window.stillHere = true");
        page.locator("#evidence input[name=level][value='3.0']").check();
        page.locator("#evidence")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Record"))
                .click();
        assertThat(page.locator("[id='" + id + "']")).hasClass(Pattern.compile("lv3"));
        assertThat(page.evaluate("window.stillHere")).isEqualTo(true);

        District.until(JourneysIT::mastered, now -> now == masteredBefore + 1);
        district.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "district.png")));
        assertThat(journeys.complaints()).isEmpty();
    }

    private static int mastered() {
        JsonNode district = GrandBend.DISTRICT.desk().get("/api/reporting/v1/districts/" + GrandBend.DISTRICT.id());
        int mastered = 0;
        for (JsonNode competency : district.get("masteryByCompetency"))
            if (competency.get("code").asString().equals(CELL))
                mastered = competency.get("mastered").asInt();
        return mastered;
    }

    @Test
    void a_teacher_sees_the_next_bell_and_holds_a_conference() {
        Page page = journeys.signIn(GrandBend.TEACHER);
        page.navigate(District.installation().address() + "/classes/" + GrandBend.CLASS + "/next");
        assertThat(page.locator("h1")).containsText("Mathematics");
        Locator first = page.locator("#queue > ol.queue > li").first();
        String row = first.getAttribute("id");
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "next-bell.png")));
        first.locator("[id^='start-']").click();
        Locator conference = page.locator("[id='" + row + "']");
        conference.locator("[id^='done-btn-']").click();
        conference.getByText("Made a plan").click();
        assertThat(conference).hasCount(0);
        assertThat(journeys.complaints()).isEmpty();
    }

    @Test
    void a_class_of_another_school_is_not_there_by_page_or_by_api() {
        Page page = journeys.signIn(GrandBend.TEACHER);
        page.navigate(District.installation().address() + "/classes/" + GrandBend.ELSEWHERE);
        assertThat(page.locator("h1")).hasText("Not here");
        journeys.forgetMissingPages();
        Api teacher = GrandBend.DISTRICT.as(GrandBend.TEACHER);
        for (String path : new String[] {
            "/api/reporting/v1/classes/" + GrandBend.ELSEWHERE + "/grid",
            "/api/intervention/v1/classes/" + GrandBend.ELSEWHERE + "/conferences",
            "/api/reporting/v1/schools/ORG-255901001"
        })
            assertThatThrownBy(() -> teacher.get(path))
                    .isInstanceOfSatisfying(
                            Api.Refused.class,
                            refused -> assertThat(refused.status()).isEqualTo(404));
    }
}
