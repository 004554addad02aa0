package io.pacelight.reporting.application;

import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.application.StoredRollUp.Counted;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The stored totals: one document for each bucket of a school and one for each school. Writes are guarded by version. */
public interface RollUps {
    /** A school of a district. */
    record School(String district, String id) {}

    /** Bucket documents with their versions, whether they exist or not. */
    Map<Bucket, StateDocument<StoredRollUp>> buckets(Collection<Bucket> buckets);

    /** School documents with their versions, whether they exist or not. */
    Map<School, StateDocument<StoredRollUp>> schools(Collection<School> schools);

    /** The totals of all schools of a district that have one. */
    Map<School, StoredRollUp> schoolsOf(String district);

    /** For which day and by which calendar every school's total was counted, of all districts; the totals themselves are not read. */
    Map<School, Counted> counted();

    /** @return the documents that somebody else wrote first; they are not written */
    Collection<Bucket> saveBuckets(List<StateDocument<StoredRollUp>> totals);

    /** @return the documents that somebody else wrote first; they are not written */
    Collection<School> saveSchools(List<StateDocument<StoredRollUp>> totals);
}
