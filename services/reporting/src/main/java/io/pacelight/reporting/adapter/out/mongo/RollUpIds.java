package io.pacelight.reporting.adapter.out.mongo;

import io.pacelight.events.Keys;
import io.pacelight.reporting.application.RollUps.School;
import io.pacelight.reporting.domain.rollup.Bucket;

/** Ids of the totals: {@code district|school|bucket} and {@code district|school}. */
final class RollUpIds {
    private RollUpIds() {}

    static String of(Bucket bucket) {
        return Keys.of(bucket.district(), bucket.school(), (bucket.number() < 10 ? "0" : "") + bucket.number());
    }

    static String of(School school) {
        return Keys.of(school.district(), school.id());
    }

    static Bucket bucket(String id) {
        int last = id.lastIndexOf('|');
        School school = school(id.substring(0, last));
        return new Bucket(school.district(), school.id(), Integer.parseInt(id.substring(last + 1)));
    }

    static School school(String id) {
        int first = id.indexOf('|');
        return new School(id.substring(0, first), id.substring(first + 1));
    }
}
