package io.pacelight.dashboard.application;

import io.pacelight.dashboard.domain.Judgement;

/** Why a student’s level is what it is. */
public interface Judgements {

    Judgement judgement(Caller caller, String studentId, String code);
}
