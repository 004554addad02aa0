package io.pacelight.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.observability.Observability.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An alert that nobody understands at night, or that nobody has seen firing, is worse than none. */
class RulesTest {
    private static final List<Rule> ALERTS =
            Observability.rules().stream().filter(Rule::isAlert).toList();

    @Test
    void every_alert_says_how_urgent_it_is_what_is_wrong_and_where_to_read_on() {
        assertThat(ALERTS).hasSizeGreaterThan(10).allSatisfy(alert -> {
            assertThat(alert.map("labels").get("severity")).as(alert.name()).isIn("page", "ticket");
            assertThat(alert.map("annotations").get("summary"))
                    .as(alert.name())
                    .asString()
                    .hasSizeGreaterThan(10);
            assertThat(alert.map("annotations").get("runbook_url"))
                    .as(alert.name())
                    .isEqualTo("docs/runbooks.md#" + anchor(alert.name()));
            assertThat(alert.body().get("for")).as(alert.name()).isNotNull();
        });
        assertThat(ALERTS).extracting(Rule::name).doesNotHaveDuplicates();
    }

    @Test
    void the_runbooks_have_exactly_one_section_for_each_alert_with_its_three_questions() {
        Set<String> wanted = new TreeSet<>();
        ALERTS.forEach(alert -> wanted.add(anchor(alert.name())));
        Set<String> found = new TreeSet<>();
        String[] sections = Observability.text(Observability.RUNBOOKS).split("(?m)^## ");
        for (int i = 1; i < sections.length; i++) {
            String title = sections[i].lines().findFirst().orElse("").strip();
            if (!title.startsWith("Pacelight ")) continue;
            assertThat(found.add(heading(title))).as("twice: " + title).isTrue();
            assertThat(sections[i]).as(title).contains("**Means.**", "**Look.**", "**Mend.**");
        }
        assertThat(found).isEqualTo(wanted);
    }

    @Test
    void every_alert_has_a_tested_case_in_which_it_fires_and_one_in_which_it_does_not() {
        Set<String> fires = new HashSet<>();
        Set<String> keepsQuiet = new HashSet<>();
        for (Map<?, ?> test : Observability.ruleTests())
            for (Object asked : (List<?>) test.get("alert_rule_test")) {
                Map<?, ?> one = (Map<?, ?>) asked;
                String name = String.valueOf(one.get("alertname"));
                (((List<?>) one.get("exp_alerts")).isEmpty() ? keepsQuiet : fires).add(name);
            }
        List<String> names = ALERTS.stream().map(Rule::name).toList();
        assertThat(fires).containsExactlyInAnyOrderElementsOf(names);
        assertThat(keepsQuiet).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void no_rule_reads_a_recording_that_no_rule_makes() {
        List<String> unknown = new ArrayList<>();
        for (Observability.Query query : Observability.queries())
            for (PromQl.Selector selector : PromQl.read(query.expression()).selectors())
                if (selector.metric().contains(":") && !Observability.recorded().contains(selector.metric()))
                    unknown.add(query.where() + ": " + selector.metric());
        assertThat(unknown).isEmpty();
    }

    /** PacelightServiceDown is told under "## Pacelight service down", which is the anchor pacelight-service-down. */
    private static String anchor(String alert) {
        return Pattern.compile("(?<!^)(?=[A-Z])").matcher(alert).replaceAll("-").toLowerCase(java.util.Locale.ROOT);
    }

    private static String heading(String title) {
        return title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }
}
