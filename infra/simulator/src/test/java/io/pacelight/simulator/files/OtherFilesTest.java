package io.pacelight.simulator.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.simulator.District;
import io.pacelight.simulator.Written;
import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class OtherFilesTest {
    private static final District DISTRICT = District.of(2026, 100);

    @Test
    void calendar_tells_every_date_of_every_school() throws IOException {
        Written calendar = Written.by(DISTRICT::writeCalendar);
        assertThat(calendar.firstLine())
                .isEqualTo(
                        "schoolSourcedId,date,instructional,basis,termSourcedId,gradingPeriodSourcedId,attendanceEventsInSource,hint");
        assertThat(calendar.records()).hasSize(2 * 285);
        assertThat(calendar.text())
                .contains(
                        "ORG-CR-0001,2026-09-07,false,closed:no-school,AS-2027-FALL,AS-2027-GP1,0,Labor Day\n",
                        "ORG-CR-0002,2026-09-08,true,in-session:weekday,AS-2027-FALL,AS-2027-GP1,0,\n",
                        "ORG-CR-0002,2026-12-25,false,closed:between-semesters,,,0,\n");
    }

    @Test
    void bell_schedule_has_a_row_for_each_class_semester_and_kind_of_day() throws IOException {
        Written bells = Written.by(DISTRICT::writeBellSchedule);
        assertThat(bells.firstLine())
                .isEqualTo(
                        "classSourcedId,dayRule,startTime,endTime,schoolSourcedId,termSourcedId,period,bellScheduleName");
        assertThat(bells.records()).hasSize(DISTRICT.sections().size() * 4);
        assertThat(bells.records().getFirst().getFields())
                .containsExactly(
                        "CLS-0001-M6-01",
                        "MO|TU|TH|FR",
                        "08:30:00",
                        "09:20:00",
                        "ORG-CR-0001",
                        "AS-2027-FALL",
                        "01",
                        "Normal Schedule");
    }

    @Test
    void attendance_tells_whole_days_in_the_order_of_days() throws IOException {
        Written week =
                Written.by(out -> DISTRICT.writeAttendance(out, LocalDate.of(2026, 9, 8), LocalDate.of(2026, 9, 11)));
        assertThat(week.firstLine()).isEqualTo("studentSourcedId,date,classSourcedId,code,minutes");
        assertThat(week.records())
                .isNotEmpty()
                .allMatch(row -> row.getField("code").equals("ABSENT")
                        && row.getField("classSourcedId").isEmpty());
        assertThat(week.records().stream().map(row -> row.getField("date")).distinct())
                .isSorted()
                .allMatch(date -> date.compareTo("2026-09-08") >= 0 && date.compareTo("2026-09-11") <= 0);
    }

    @Test
    void pathway_and_pacing_plan_are_the_bodies_that_roster_takes() {
        assertThat(DISTRICT.pathwayJson(DISTRICT.map().courses().getFirst()))
                .startsWith(
                        "{\"units\":[{\"title\":\"Ratios at work\",\"competencies\":[\"M6.1.1\",\"M6.1.2\",\"M6.1.3\",\"M6.1.4\"]},")
                .endsWith("\"M6.5.4\"]}]}");
        assertThat(DISTRICT.pacingPlanJson(DISTRICT.sections().getFirst()))
                .startsWith("{\"targets\":[{\"competency\":\"M6.1.1\",\"minutes\":")
                .endsWith("}]}");
    }

    @Test
    void competencies_and_prerequisites_have_the_columns_that_roster_takes() throws IOException {
        Written competencies = Written.by(DISTRICT::writeCompetencies);
        assertThat(competencies.firstLine()).isEqualTo("code,name,statement,iCan,grade,domain,cluster,subject");
        assertThat(competencies.records()).hasSize(160);
        Written prerequisites = Written.by(DISTRICT::writePrerequisites);
        assertThat(prerequisites.firstLine()).isEqualTo("from,to,kind");
        assertThat(prerequisites.records()).hasSize(203);
    }

    @Test
    void attempts_have_the_columns_that_assessment_takes() throws IOException {
        Written attempts = Written.by(out -> DISTRICT.writeAttempts(
                out, District.startOf(LocalDate.of(2026, 8, 19)), District.startOf(LocalDate.of(2026, 8, 20))));
        assertThat(attempts.firstLine())
                .isEqualTo(
                        "attemptId,studentSourcedId,competencyCode,kind,score,maxScore,level,assessedAt,formId,format,context,assisted,recordedBy");
        assertThat(attempts.records()).hasSizeGreaterThan(100);
    }

    @Test
    void json_text_escapes_what_would_end_it() {
        assertThat(Json.text("say \"hi\"\\\n")).isEqualTo("\"say \\\"hi\\\"\\\\\\u000a\"");
    }
}
