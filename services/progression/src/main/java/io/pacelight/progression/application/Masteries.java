package io.pacelight.progression.application;

import io.pacelight.progression.domain.mastery.Mastery;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** Questions asked of the stored states of competencies. */
public interface Masteries {
    /** The state of one competency as it is stored. */
    record Kept(CompetencyKey key, Mastery mastery) {}

    /** Which competencies these students have evidence on; students as {@code district|student}. */
    List<CompetencyKey> ofStudents(Collection<String> students);

    List<Kept> ofStudent(String district, String student);

    /** All students of a district with evidence, each once, in pages and ascending, as {@code district|student}. */
    void eachStudent(String district, Consumer<List<String>> page);

    /** Students with evidence on any of the competencies, each once, as {@code district|student}. */
    Collection<String> withEvidenceOn(String district, Collection<String> competencies);

    /** All states of a district, in pages and in no order. */
    void each(String district, Consumer<List<Kept>> page);

    /** The keys of all states of all districts, in pages and in no order. */
    void eachKey(Consumer<List<CompetencyKey>> page);
}
