package io.pacelight.reporting.application;

import io.pacelight.reporting.domain.rollup.SchoolTime;

/** Zone and calendar of each school; UTC and weekdays where nothing is known. */
@FunctionalInterface
public interface SchoolTimes {
    SchoolTime of(String district, String school);
}
