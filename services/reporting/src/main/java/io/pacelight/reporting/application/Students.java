package io.pacelight.reporting.application;

import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the students' states are looked up; each call is one round trip. */
public interface Students {
    Optional<StudentState> find(String district, String student);

    /** Whoever is or was enrolled in the class. */
    List<StudentState> ofClass(String district, String classId);

    /** At least those who count in each bucket today, with their versions; buckets without students may be left out. */
    Map<Bucket, List<StateDocument<StudentState>>> inBuckets(Collection<Bucket> buckets);

    /** The students whom the roster links to a guardian. */
    List<String> childrenOf(String district, String guardian);
}
