package io.pacelight.roster.application.fold;

import io.pacelight.events.AttendanceRecorded;
import io.pacelight.kit.state.Emission;
import io.pacelight.kit.state.StateMachine;
import io.pacelight.kit.state.Step;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A month of attendance takes in row after row; a row that says nothing new is not told. */
public final class AttendanceMachine implements StateMachine<AttendanceMonth, At<AttendanceRecorded>> {

    @Override
    public AttendanceMonth initial(String document) {
        return new AttendanceMonth(Collections.emptySortedMap());
    }

    @Override
    public Step<AttendanceMonth> apply(AttendanceMonth state, At<AttendanceRecorded> input) {
        AttendanceRecorded row = input.change();
        String place = AttendanceMonth.place(row);
        if (row.equals(state.rows().get(place))) {
            return Step.of(state);
        }
        SortedMap<String, AttendanceRecorded> rows = new TreeMap<>(state.rows());
        rows.put(place, row);
        return new Step<>(new AttendanceMonth(rows), List.of(new Emission(row, input.time())));
    }
}
