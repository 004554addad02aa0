package io.pacelight.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every page in both themes and on every screen: no violation by axe, nothing wider than the screen; leaves pictures in target/screens. */
class AccessibilityIT extends BrowserTestBase {

    @ParameterizedTest
    @CsvSource({
        "welcome, teacher, /, ",
        "next-bell, teacher, /classes/c_math8/next, ",
        "next-bell-done, teacher, /classes/c_math8/next, #start-t1 #done-btn-t1",
        "class-grid, teacher, /classes/c_math8, ",
        "class-grid-drawer, teacher, '/classes/c_math8?student=stu_0001&code=8.F.A.1', ",
        "classes, teacher, /classes, ",
        "record-column, teacher, /classes/c_math8/record?code=8.F.A.2, ",
        "student, student, /me, ",
        "school, leader, /schools/s_eastview, ",
        "district, district, /districts/d_prairie, ",
    })
    void page_has_no_violation(String name, String user, String path, String clicks) {
        check(name, user, path, clicks, Screen.DESKTOP, ColorScheme.LIGHT);
        check(name, user, path, clicks, Screen.DESKTOP, ColorScheme.DARK);
        check(name, user, path, clicks, Screen.PHONE, ColorScheme.LIGHT);
        check(name, user, path, clicks, Screen.PROJECTOR, ColorScheme.DARK);
    }

    private void check(
            String name, String user, String path, @Nullable String clicks, Screen screen, ColorScheme theme) {
        DISTRICT.reset();
        Page page = open(user, path, screen, theme);
        page.waitForLoadState(LoadState.LOAD);
        for (String click : clicks == null ? new String[0] : clicks.split(" ")) {
            page.locator(click).click();
        }
        page.waitForTimeout(250);
        String picture = (name + "-" + screen + "-" + theme + ".png").toLowerCase(Locale.ROOT);
        page.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screens", picture)));
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as("%s, %s, %s", name, screen, theme)
                .extracting(
                        rule -> rule.getId() + " " + rule.getNodes().getFirst().getHtml())
                .isEmpty();
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                .as("%s fits the %s", name, screen)
                .isTrue();
        page.context().close();
    }
}
