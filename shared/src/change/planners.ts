import type { IntentName, IntentOf } from './intent.ts';
import { planAcceptDelivery } from './intents/accept-delivery.ts';
import { planAcceptRisk } from './intents/accept-risk.ts';
import { planAchieveMilestone } from './intents/achieve-milestone.ts';
import { planAcknowledgeEscalation } from './intents/acknowledge-escalation.ts';
import { planAddCriterion } from './intents/add-criterion.ts';
import { planAgreeDependency } from './intents/agree-dependency.ts';
import { planAssessChange } from './intents/assess-change.ts';
import { planAssessRisk } from './intents/assess-risk.ts';
import { planAttachEvidence } from './intents/attach-evidence.ts';
import { planBlockDependency } from './intents/block-dependency.ts';
import { planCancelAction } from './intents/cancel-action.ts';
import { planCancelDependency } from './intents/cancel-dependency.ts';
import { planCancelMilestone } from './intents/cancel-milestone.ts';
import { planCaptureAction } from './intents/capture-action.ts';
import { planCaptureAssumption } from './intents/capture-assumption.ts';
import { planCaptureIssue } from './intents/capture-issue.ts';
import { planCaptureRisk } from './intents/capture-risk.ts';
import { planChangeStatus } from './intents/change-status.ts';
import { planCloseChange } from './intents/close-change.ts';
import { planCloseIssue } from './intents/close-issue.ts';
import { planCloseRisk } from './intents/close-risk.ts';
import { planCommitMilestone } from './intents/commit-milestone.ts';
import { planConfirmForecast } from './intents/confirm-forecast.ts';
import { planCreateGate } from './intents/create-gate.ts';
import { planCreateRecord } from './intents/create-record.ts';
import { planDecide } from './intents/decide.ts';
import { planDecideChange } from './intents/decide-change.ts';
import { planDecideGate } from './intents/decide-gate.ts';
import { planDeclineDependency } from './intents/decline-dependency.ts';
import { planDeferDecision } from './intents/defer-decision.ts';
import { planDeferMilestone } from './intents/defer-milestone.ts';
import { planDeliverDependency } from './intents/deliver-dependency.ts';
import { planDraftChange } from './intents/draft-change.ts';
import { planDraftDecision } from './intents/draft-decision.ts';
import { planEditFields } from './intents/edit-fields.ts';
import { planFinishAction } from './intents/finish-action.ts';
import { planFreezeCriteria } from './intents/freeze-criteria.ts';
import { planImplementChange } from './intents/implement-change.ts';
import { planLinkRecord } from './intents/link-record.ts';
import { planMarkNotApplicable } from './intents/mark-not-applicable.ts';
import { planMoveForecast } from './intents/move-forecast.ts';
import { planOccurRisk } from './intents/occur-risk.ts';
import { planPostponeAction } from './intents/postpone-action.ts';
import { planProposeDate } from './intents/propose-date.ts';
import { planPublishReport } from './intents/publish-report.ts';
import { planRaiseEscalation } from './intents/raise-escalation.ts';
import { planReassignOwner } from './intents/reassign-owner.ts';
import { planRebaselineMilestone } from './intents/rebaseline-milestone.ts';
import { planRecordBenefitActual } from './intents/record-benefit-actual.ts';
import { planRecordMeeting } from './intents/record-meeting.ts';
import { planRecordReleaseEvent } from './intents/record-release-event.ts';
import { planRejectDelivery } from './intents/reject-delivery.ts';
import { planReopenRecord } from './intents/reopen-record.ts';
import { planRequestChangeApproval } from './intents/request-change-approval.ts';
import { planRequestDecision } from './intents/request-decision.ts';
import { planRequestDependency } from './intents/request-dependency.ts';
import { planResolveEscalation } from './intents/resolve-escalation.ts';
import { planResolveIssue } from './intents/resolve-issue.ts';
import { planReviewRecord } from './intents/review-record.ts';
import { planSignOff } from './intents/sign-off.ts';
import { planSnoozeSignal } from './intents/snooze-signal.ts';
import { planSubmitChange } from './intents/submit-change.ts';
import { planSupersedeDecision } from './intents/supersede-decision.ts';
import { planTagDependency } from './intents/tag-dependency.ts';
import { planUnblockDependency } from './intents/unblock-dependency.ts';
import { planValidateAssumption } from './intents/validate-assumption.ts';
import { planVerifyCriterion } from './intents/verify-criterion.ts';
import { planVoidRecord } from './intents/void-record.ts';
import { planWaiveCriterion } from './intents/waive-criterion.ts';
import { planWithdrawChange } from './intents/withdraw-change.ts';
import { planWithdrawDecision } from './intents/withdraw-decision.ts';
import type { PlanContext, Planned } from './plan-context.ts';

type Planners = {
  readonly [Name in IntentName]: (intent: IntentOf<Name>, context: PlanContext) => Planned;
};

/** One file per intention; this is the whole list. */
export const planners: Planners = {
  'accept-delivery': planAcceptDelivery,
  'accept-risk': planAcceptRisk,
  'achieve-milestone': planAchieveMilestone,
  'acknowledge-escalation': planAcknowledgeEscalation,
  'add-criterion': planAddCriterion,
  'agree-dependency': planAgreeDependency,
  'assess-change': planAssessChange,
  'assess-risk': planAssessRisk,
  'attach-evidence': planAttachEvidence,
  'block-dependency': planBlockDependency,
  'cancel-action': planCancelAction,
  'cancel-dependency': planCancelDependency,
  'cancel-milestone': planCancelMilestone,
  'capture-action': planCaptureAction,
  'capture-assumption': planCaptureAssumption,
  'capture-issue': planCaptureIssue,
  'capture-risk': planCaptureRisk,
  'change-status': planChangeStatus,
  'close-change': planCloseChange,
  'close-issue': planCloseIssue,
  'close-risk': planCloseRisk,
  'commit-milestone': planCommitMilestone,
  'confirm-forecast': planConfirmForecast,
  'create-gate': planCreateGate,
  'create-record': planCreateRecord,
  decide: planDecide,
  'decide-change': planDecideChange,
  'decide-gate': planDecideGate,
  'decline-dependency': planDeclineDependency,
  'defer-decision': planDeferDecision,
  'defer-milestone': planDeferMilestone,
  'deliver-dependency': planDeliverDependency,
  'draft-change': planDraftChange,
  'draft-decision': planDraftDecision,
  'edit-fields': planEditFields,
  'finish-action': planFinishAction,
  'freeze-criteria': planFreezeCriteria,
  'implement-change': planImplementChange,
  'link-record': planLinkRecord,
  'mark-not-applicable': planMarkNotApplicable,
  'move-forecast': planMoveForecast,
  'occur-risk': planOccurRisk,
  'postpone-action': planPostponeAction,
  'propose-date': planProposeDate,
  'publish-report': planPublishReport,
  'raise-escalation': planRaiseEscalation,
  'reassign-owner': planReassignOwner,
  'rebaseline-milestone': planRebaselineMilestone,
  'record-benefit-actual': planRecordBenefitActual,
  'record-meeting': planRecordMeeting,
  'record-release-event': planRecordReleaseEvent,
  'reject-delivery': planRejectDelivery,
  'reopen-record': planReopenRecord,
  'request-change-approval': planRequestChangeApproval,
  'request-decision': planRequestDecision,
  'request-dependency': planRequestDependency,
  'resolve-escalation': planResolveEscalation,
  'resolve-issue': planResolveIssue,
  'review-record': planReviewRecord,
  'sign-off': planSignOff,
  'snooze-signal': planSnoozeSignal,
  'submit-change': planSubmitChange,
  'supersede-decision': planSupersedeDecision,
  'tag-dependency': planTagDependency,
  'unblock-dependency': planUnblockDependency,
  'validate-assumption': planValidateAssumption,
  'verify-criterion': planVerifyCriterion,
  'void-record': planVoidRecord,
  'waive-criterion': planWaiveCriterion,
  'withdraw-change': planWithdrawChange,
  'withdraw-decision': planWithdrawDecision,
};
