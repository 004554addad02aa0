package io.pacelight.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.pacelight.events.ClassChanged;
import io.pacelight.events.StudentChanged;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** One district of its own for each test. */
final class World implements AutoCloseable {
    final String district = "d" + UUID.randomUUID();
    final DeskClient desk = new DeskClient(RosterUnderTest.service(), district);
    final Told told = new Told(RosterUnderTest.service(), district);

    World with(Packages files) {
        JsonNode done = upload(files);
        assertThat(done.path("state").asString()).as(done.toString()).isEqualTo("DONE");
        return this;
    }

    JsonNode upload(Packages files) {
        return desk.upload(files.zip(), false);
    }

    String student(String sourcedId) {
        return desk.get("/api/roster/v1/students?sourcedId=" + sourcedId)
                .body()
                .path("id")
                .asString();
    }

    StudentChanged latest(String sourcedId) {
        StudentChanged latest = told.latest(StudentChanged.class).get(district + "|" + student(sourcedId));
        if (latest == null) {
            throw new AssertionError("nothing told of " + sourcedId);
        }
        return latest;
    }

    ClassChanged latestClass(String id) {
        ClassChanged latest = told.latest(ClassChanged.class).get(district + "|class|" + id);
        if (latest == null) {
            throw new AssertionError("nothing told of " + id);
        }
        return latest;
    }

    World withCompetencies() {
        desk.csv("/api/roster/v1/competencies", "code\nA\nB\nC\nD\n");
        return this;
    }

    @Override
    public void close() {
        told.close();
    }

    /** The messages of an answer's problems. */
    static List<String> messages(JsonNode answer) {
        return answer.path("problems")
                .valueStream()
                .map(problem -> problem.path("message").asString())
                .toList();
    }
}
