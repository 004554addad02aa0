package io.pacelight.progression.application;

import io.pacelight.progression.domain.map.Prerequisites;
import io.pacelight.progression.domain.mastery.Rules;
import io.pacelight.progression.domain.policy.PolicyBook;
import java.time.ZoneId;
import java.util.Collection;

/** The rules of judging as this instance knows them now. */
public interface RuleBook {
    PolicyBook policies(String district);

    /** What a competency of a student at these schools is judged by, under the given policies. */
    Rules rules(String district, String competency, Collection<String> schools, PolicyBook policies);

    default Rules rules(String district, String competency, Collection<String> schools) {
        return rules(district, competency, schools, policies(district));
    }

    Prerequisites prerequisites(String district);

    /** The zone that the clocks of these schools run in; the district's where there is none. */
    ZoneId zone(String district, Collection<String> schools);

    boolean knowsSchool(String district, String school);

    boolean knowsCompetency(String district, String competency);

    /** Changes whenever anything here that decides has changed. */
    long revision();
}
