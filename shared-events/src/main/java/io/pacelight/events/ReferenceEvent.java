package io.pacelight.events;

/** The latest state of something that is looked up: topics of these are compacted by key. */
public sealed interface ReferenceEvent extends Event
        permits BellScheduleChanged,
                CalendarChanged,
                ClassChanged,
                CodeCrosswalked,
                CompetencyChanged,
                CourseChanged,
                MasteryPolicyChanged,
                OrgChanged,
                PacingPlanChanged,
                PathwayChanged,
                PersonChanged,
                PrerequisitesChanged,
                StaffChanged,
                TermChanged {}
