import type { Move } from '../api/types';

/**
 * In which order people meet the steps: what moves a case on before what sets it aside. Only a matter of display; whether a step
 * may be taken the API says, and one that is not named here comes last.
 */
const ONWARD = [
  'answerUrge', 'grantExtension', 'refuseExtension', 'acceptCase', 'triageCase', 'dispatchCase', 'redispatchCase', 'assignParts', 'acceptDispatch',
  'returnCase', 'feedBackPart', 'feedBackCase', 'verifyCase', 'failVerification', 'closeCase',
  'announceResult', 'resumeSession', 'endSession', 'startSession', 'publishNotice', 'fixParticipants', 'makePlan', 'determineTopic', 'reportToCouncil',
  'proposeTopic', 'holdWorkMeeting', 'explainDissent', 'concludeConsultation', 'holdVote', 'openAnotherRound', 'requireVote', 'adoptResult',
  'startImplementation', 'completeImplementation', 'publishProgress', 'feedBackResult', 'recordSurvey', 'closeFailedConsultation', 'archiveConsultation',
  'studyReport', 'decideReport', 'feedBackReport', 'reportResultUp',
  'answerAppeal', 'listLocalDuties', 'draftYearPlan', 'negotiateYearPlan', 'submitYearPlan', 'consentToYearPlan', 'objectToYearPlan', 'signResponsibilityLetter',
  'reportTargetProgress', 'confirmTarget', 'submitDutyScore', 'submitStatutoryScore', 'aggregateTownshipPart', 'finaliseAgencyScore', 'gradeAgency', 'gradeAgencyHead',
  'publishAgencyResult',
  'issueSurveyTokens', 'planSurvey',
  'agreeToHeadOpinion', 'returnHeadOpinion', 'decideHead', 'proposeHeadOpinion', 'beginHeadInquiry', 'recordInquiryFinding', 'feedBackHeadInquiry', 'closeHeadInquiry',
  'agreeToSecondment', 'beginSecondment', 'endSecondment', 'informTownshipOfStaffChange',
];
const ASIDE = [
  'resumeCase', 'recordMeeting', 'urgeCase', 'requestExtension', 'transferToCoordination', 'suspendCase', 'evaluateCase', 'relocateCase', 'declineCase', 'mergeCase',
  'escalateCase', 'reopenCase', 'withdrawCase',
  'addConsultationOpinion', 'addMatterFacts', 'recordSolicitation', 'adjournSession', 'noteSupervision', 'simplifySteps', 'rerouteConsultation', 'dismissReview',
  'shelveConsultation', 'correctResult', 'withdrawConsultation',
  'recordKeyWork', 'setTownshipWeights', 'determineYearPlan', 'adjustComponent', 'withdrawAdjustment', 'recordHostResult', 'recordStaffResult', 'recordDailyWork', 'appealScore', 'reviseAgencyResult',
  'extendSurvey', 'closeSurvey', 'recordNoHeadReply', 'withdrawHeadConsultation', 'refuseSecondment', 'askHeadOpinion', 'raiseHeadInquiry', 'requestSecondment',
  'recordStaffChange', 'recordAgencyPosts', 'recordPartyRelations',
];
const ORDER = [...ONWARD, ...ASIDE];

const rank = (move: Move): number => {
  const at = ORDER.indexOf(move.mutation);
  return at < 0 ? ORDER.length : at;
};

export const inOrder = (moves: readonly Move[]): readonly Move[] => moves.toSorted((a, b) => rank(a) - rank(b));

/** The one or two steps that a row offers; the others stand on the case's page. */
export const usual = (moves: readonly Move[]): readonly Move[] => inOrder(moves).slice(0, 2);

/** Two judgements of one question get equal buttons; a primary one exists only where there is one obvious next step. */
const RULINGS = [
  ['grantExtension', 'refuseExtension'], ['verifyCase', 'failVerification'], ['acceptDispatch', 'returnCase'], ['acceptCase', 'declineCase'],
  ['openAnotherRound', 'requireVote'], ['openAnotherRound', 'shelveConsultation'], ['concludeConsultation', 'openAnotherRound'],
  // Either may come first.
  ['publishNotice', 'fixParticipants'],
  ['agreeToSecondment', 'refuseSecondment'], ['consentToYearPlan', 'objectToYearPlan'], ['reportTargetProgress', 'confirmTarget'],
];

/** Steps that carry a case or a consultation on, of which one may be the obvious one; asides never are. */
const CARRIES_ON = new Set(ONWARD);

export const carriesOn = (move: Move): boolean => CARRIES_ON.has(move.mutation);

export function primary(moves: readonly Move[]): Move | null {
  const names = moves.map((m) => m.mutation);
  const [first] = inOrder(moves).filter(carriesOn);
  if (!first) return null;
  return RULINGS.some((pair) => pair.includes(first.mutation) && pair.every((n) => names.includes(n))) ? null : first;
}
