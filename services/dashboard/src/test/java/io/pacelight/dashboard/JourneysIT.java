package io.pacelight.dashboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class JourneysIT extends BrowserTestBase {

    @Test
    void teacher_signs_in_and_sees_whom_to_see_before_the_bell() {
        Page page = open("teacher", "/");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in"))
                .click();

        assertThat(page.locator("h1")).hasText("Math 8, room 204");
        assertThat(page.locator(".eyebrow").first()).hasText("Tuesday, 13 October · Period 3 starts in 12 minutes");
        assertThat(page.locator("#queue > ol.queue > li")).hasCount(5);
        assertThat(page.locator("#queue .section h2")).hasText("See these five first");
        assertThat(page.locator("#row-t1 .name")).hasText("Amara Diallo");
        assertThat(page.locator("#fresh")).hasAttribute("data-state", "live");
    }

    @Test
    void conference_is_started_and_finished_in_two_taps_with_the_next_step_prefilled() {
        Page page = open("teacher", "/home");
        page.locator("#start-t1").click();
        assertThat(page.locator("#done-btn-t1")).isFocused();
        page.locator("#done-btn-t1").click();
        assertThat(page.locator("#done-t1 textarea")).hasValue("Solve one together, then one alone.");
        page.locator("#done-t1").getByText("Made a plan").click();

        assertThat(page.locator("#row-t1")).hasCount(0);
        assertThat(page.locator("#announce")).hasText("Conference done. The next step is noted.");
        page.evaluate("document.getElementById('queue').dataset.old = 'yes'");
        assertThat(page.locator("#queue[data-old]")).hasCount(0);
        assertThat(page.locator("#announce")).hasText("Conference done. The next step is noted.");
        assertThat(sentLast()).isEqualTo(Map.of("nextStep", "Solve one together, then one alone.", "outcome", "PLAN"));
    }

    @Test
    void conference_is_snoozed_or_not_needed_with_a_reason() {
        Page page = open("teacher", "/home");
        page.locator("#row-t2")
                .getByText("Snooze", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.locator("#snooze-t2").getByText("For two meetings").click();
        assertThat(page.locator("#queue > ol.queue > #row-t2")).hasCount(0);
        page.locator("#row-t3 .dots").click();
        page.locator("#more-t3").getByText("Not needed").click();
        page.locator("#no-t3").getByText("Was away").click();

        assertThat(page.locator("#row-t3")).hasCount(0);
        assertThat(DISTRICT.sent())
                .extracting(s -> s.path() + " " + s.body())
                .containsExactly(
                        "/api/intervention/v1/conferences/t2/snooze {\"meetings\":2}",
                        "/api/intervention/v1/conferences/t3/not-needed {\"reason\":\"Was away\"}");
    }

    @Test
    void recorded_attempt_changes_the_level_in_grid_and_drawer_without_a_reload() {
        Page page = open("teacher", "/classes/c_math8");
        Locator cell = page.locator("[id='c-stu_0001-8.F.A.2']");
        assertThat(cell).hasClass(Pattern.compile("lv1"));
        cell.click();
        assertThat(page.locator("#ev-title")).hasText("Compare functions");
        assertThat(page.locator("#ev-title")).isFocused();
        page.evaluate("window.stillHere = true");
        page.locator("#evidence input[name=level][value='3.0']").check();
        page.locator("#evidence")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Record"))
                .click();

        assertThat(cell).hasClass(Pattern.compile("lv3"));
        assertThat(page.locator("#facts .word")).hasText("mastery");
        assertThat(page.evaluate("window.stillHere")).isEqualTo(true);
        assertThat(DISTRICT.sent().getFirst().headers()).containsKey("Idempotency-key");
        assertThat(sentLast())
                .isEqualTo(Map.of(
                        "student",
                        "stu_0001",
                        "competency",
                        "8.F.A.2",
                        "kind",
                        "SUMMATIVE",
                        "level",
                        3.0,
                        "assisted",
                        false));
    }

    @Test
    void whole_column_is_recorded_at_once() {
        Page page = open("teacher", "/classes/c_math8/record?code=8.F.A.2");
        page.locator("input[name='level-stu_0001'][value='3.0']").check();
        page.locator("input[name='level-stu_0002'][value='2.0']").check();
        page.getByText("Record all").click();
        assertThat(page.locator("#announce")).hasText("2 attempts recorded. The levels follow in a moment.");
        assertThat(DISTRICT.sent()).hasSize(2);
        assertThat(page.locator("[id='c-stu_0001-8.F.A.2']")).hasClass(Pattern.compile("lv3"));
    }

    @Test
    void grid_is_walked_opened_and_closed_by_keyboard_alone() {
        Page page = open("teacher", "/classes/c_math8");
        page.locator("[id='c-stu_0001-8.EE.B.5a']").focus();
        page.keyboard().press("ArrowDown");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(page.locator("[id='c-stu_0002-8.F.B.4']")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("#ev-title")).isFocused();
        assertThat(page.locator("#evidence .eyebrow")).hasText("Priya Natarajan");
        assertThat(page).hasURL(Pattern.compile("student=stu_0002&code=8\\.F\\.B\\.4"));
        page.keyboard().press("Escape");
        assertThat(page.locator("[id='c-stu_0002-8.F.B.4']")).isFocused();
        assertThat(page.locator("#evidence")).hasCount(0);
        page.keyboard().press("Control+End");
        assertThat(page.locator("[id='c-stu_0028-8.G.A.3']")).isFocused();
    }

    @Test
    void whole_conference_is_held_by_keyboard_alone() {
        Page page = open("teacher", "/home");
        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        page.locator("#start-t1").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#done-btn-t1")).isFocused();
        page.keyboard().press("Enter");
        page.keyboard().press("Tab");
        assertThat(page.locator("#done-t1 textarea")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#row-t1")).hasCount(0);
        assertThat(page.locator("#start-t2")).isFocused();
    }

    @Test
    void order_of_the_grid_is_by_need_name_or_one_competency_and_survives_in_the_address() {
        Page page = open("teacher", "/classes/c_math8");
        page.locator("#order-name").click();
        assertThat(page.locator("#rows tr").first().locator(".nm > span").first())
                .hasText("Adeyemi, Tobi");
        assertThat(page).hasURL(Pattern.compile("sort=name"));
        page.locator("[id='order-8.F.A.3']").click();
        assertThat(page.locator("#grid .comp.sorted .rot")).hasText("Linear or not");
        page.reload();
        assertThat(page.locator("#grid .comp.sorted .rot")).hasText("Linear or not");
    }

    @Test
    void class_of_thirty_five_by_sixty_stands_on_one_page() {
        Page page = open("teacher", "/classes/c_big");
        assertThat(page.locator("#rows td > a")).hasCount(35 * 60);
        assertThat(page.locator("#rows td > a[tabindex='0']")).hasCount(1);
        page.locator("#gridwrap").evaluate("wrap => wrap.scrollTo(900, 9000)");
        assertThat(page.locator("#grid .corner")).isInViewport();
        assertThat(page.locator("#rows tr").last().locator("th")).isInViewport();
    }

    @Test
    void conference_service_down_leaves_the_rest_of_the_page() {
        DISTRICT.down("intervention");
        Page page = open("teacher", "/classes/c_math8/next");
        assertThat(page.locator("#queue .missing")).containsText("The conference service does not answer");
        assertThat(page.locator("#side .stack")).isVisible();
    }

    @Test
    void names_that_are_not_known_yet_are_said_to_follow_and_then_appear_by_themselves() {
        DISTRICT.down("reporting");
        Page page = open("teacher", "/classes/c_math8/next");
        assertThat(page.locator("#row-t1 .name")).hasText("A student");
        assertThat(page.locator("#queue [role=status]")).containsText("names are still on their way");

        DISTRICT.up("reporting");

        assertThat(page.locator("#row-t1 .name"))
                .hasText("Amara Diallo", new LocatorAssertions.HasTextOptions().setTimeout(30_000));
        assertThat(page.locator("#queue [role=status]")).hasCount(0);
    }

    @Test
    void progression_down_leaves_the_evidence() {
        DISTRICT.down("progression");
        Page page = open("teacher", "/classes/c_math8?student=stu_0001&code=8.F.B.4");
        assertThat(page.locator("#facts .note")).containsText("can’t be explained just now");
        assertThat(page.locator("#facts .timeline li").first()).isVisible();
    }

    @Test
    void class_of_another_school_is_not_here() {
        Page page = open("teacher", "/classes/x_elsewhere");
        assertThat(page.locator("h1")).hasText("Not here");
        forget("404");
    }

    @Test
    void district_user_lands_on_the_district_and_suppressed_numbers_are_hatched() {
        Page page = open("district", "/home");
        assertThat(page.locator("h1")).hasText("Where learning is stuck, and whether help works");
        assertThat(page.locator(".kpis .big").first()).hasText("68 %");
        assertThat(page.locator(".bars li.system")).hasCount(2);
        assertThat(page.locator(".schools tbody tr")
                        .filter(new Locator.FilterOptions().setHasText("Juniper Annex"))
                        .locator("td.hatch"))
                .hasCount(3);
        assertThat(page.locator(".strip table tbody tr")).not().hasCount(0);
    }

    @Test
    void somebody_no_roster_knows_is_told_so_and_can_sign_out() {
        Page page = open("stranger", "/home");
        assertThat(page.locator("h1")).hasText("Your school has not named you yet");
        assertThat(page.getByText("Sign out")).isVisible();
        forget("403");
    }

    @Test
    void district_moves_when_the_stream_says_so() {
        Page page = open("district", "/home");
        assertThat(page.locator("#fresh")).hasAttribute("data-state", "live");
        page.evaluate("document.getElementById('summary').dataset.old = 'yes'");
        DISTRICT.changed("district", "d_prairie");
        assertThat(page.locator("#summary[data-old]")).hasCount(0);
    }

    @Test
    void student_sees_what_they_can_and_nothing_red() {
        Page page = open("student", "/home");
        assertThat(page.locator("h1")).hasText("Amara Diallo");
        assertThat(page.locator("main .missed, main .watch, main .late")).hasCount(0);
        assertThat(page.locator("main")).not().containsText("missed");
    }

    @Test
    void empty_class_and_teacher_without_classes_say_what_will_come() {
        DISTRICT.emptied();
        Page page = open("teacher", "/classes/c_math8/next");
        assertThat(page.locator("#queue .empty")).containsText("Nobody needs a conference now");
        page.navigate(at("/classes/c_math8"));
        assertThat(page.locator(".gridmain .empty")).containsText("No students in this class yet");
        Page other = open("empty", "/home");
        assertThat(other.locator(".empty")).containsText("No classes yet");
    }

    @Test
    void theme_chosen_stays_and_signing_out_ends_the_session() {
        Page page = open("teacher", "/classes", Screen.PHONE, ColorScheme.LIGHT);
        page.locator(".me").click();
        page.locator("#theme input[value=dark]").check();
        page.reload();
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        page.locator(".me").click();
        page.getByText("Sign out").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in")))
                .isVisible();
    }

    private static Object sentLast() {
        return JsonMapper.shared().readValue(DISTRICT.sent().getLast().body(), Object.class);
    }
}
