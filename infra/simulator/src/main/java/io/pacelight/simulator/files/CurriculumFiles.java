package io.pacelight.simulator.files;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.pacelight.simulator.curriculum.Competency;
import io.pacelight.simulator.curriculum.CompetencyMap;
import io.pacelight.simulator.curriculum.Course;
import io.pacelight.simulator.curriculum.PacingPlan;
import java.io.IOException;
import java.io.OutputStream;

/** The competency map as CSV, pathways and pacing plans as JSON. */
public final class CurriculumFiles {
    private CurriculumFiles() {}

    public static void writeCompetencies(CompetencyMap map, OutputStream out) throws IOException {
        try (CsvWriter csv = Csv.to(out, "code,name,statement,iCan,grade,domain,cluster,subject")) {
            for (Course course : map.courses()) {
                for (Competency competency : course.competencies()) {
                    csv.writeRecord(
                            competency.code(),
                            competency.name(),
                            competency.statement(),
                            competency.iCan(),
                            Integer.toString(competency.grade()),
                            competency.domain(),
                            competency.cluster(),
                            course.subject().title());
                }
            }
        }
    }

    public static void writePrerequisites(CompetencyMap map, OutputStream out) throws IOException {
        try (CsvWriter csv = Csv.to(out, "from,to,kind")) {
            map.prerequisites().forEach(edge -> csv.writeRecord(edge.from(), edge.to(), edge.kind()));
        }
    }

    /** {@code {"units":[{"title":…,"competencies":[…]}]}} */
    public static String pathway(Course course) {
        return course.units().stream()
                .map(unit -> unit.competencies().stream()
                        .map(competency -> Json.text(competency.code()))
                        .collect(joining(",", "{\"title\":" + Json.text(unit.title()) + ",\"competencies\":[", "]}")))
                .collect(joining(",", "{\"units\":[", "]}"));
    }

    /** {@code {"targets":[{"competency":…,"minutes":…}]}} */
    public static String pacingPlan(PacingPlan plan) {
        return plan.targets().stream()
                .map(target ->
                        "{\"competency\":" + Json.text(target.competency()) + ",\"minutes\":" + target.minutes() + "}")
                .collect(joining(",", "{\"targets\":[", "]}"));
    }
}
