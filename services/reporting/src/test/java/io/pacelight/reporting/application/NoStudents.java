package io.pacelight.reporting.application;

import io.pacelight.kit.state.StateDocument;
import io.pacelight.reporting.domain.StudentState;
import io.pacelight.reporting.domain.rollup.Bucket;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Nobody is known. */
public class NoStudents implements Students {
    @Override
    public Optional<StudentState> find(String district, String student) {
        return Optional.empty();
    }

    @Override
    public List<StudentState> ofClass(String district, String classId) {
        return List.of();
    }

    @Override
    public Map<Bucket, List<StateDocument<StudentState>>> inBuckets(Collection<Bucket> buckets) {
        return Map.of();
    }

    @Override
    public List<String> childrenOf(String district, String guardian) {
        return List.of();
    }
}
