import type { AcceptDelivery } from './intents/accept-delivery.ts';
import type { AcceptRisk } from './intents/accept-risk.ts';
import type { AchieveMilestone } from './intents/achieve-milestone.ts';
import type { AcknowledgeEscalation } from './intents/acknowledge-escalation.ts';
import type { AddCriterion } from './intents/add-criterion.ts';
import type { AgreeDependency } from './intents/agree-dependency.ts';
import type { AssessChange } from './intents/assess-change.ts';
import type { AssessRisk } from './intents/assess-risk.ts';
import type { AttachEvidence } from './intents/attach-evidence.ts';
import type { BlockDependency } from './intents/block-dependency.ts';
import type { CancelAction } from './intents/cancel-action.ts';
import type { CancelDependency } from './intents/cancel-dependency.ts';
import type { CancelMilestone } from './intents/cancel-milestone.ts';
import type { CaptureAction } from './intents/capture-action.ts';
import type { CaptureAssumption } from './intents/capture-assumption.ts';
import type { CaptureIssue } from './intents/capture-issue.ts';
import type { CaptureRisk } from './intents/capture-risk.ts';
import type { ChangeStatus } from './intents/change-status.ts';
import type { CloseChange } from './intents/close-change.ts';
import type { CloseIssue } from './intents/close-issue.ts';
import type { CloseRisk } from './intents/close-risk.ts';
import type { CommitMilestone } from './intents/commit-milestone.ts';
import type { ConfirmForecast } from './intents/confirm-forecast.ts';
import type { CreateGate } from './intents/create-gate.ts';
import type { CreateRecord } from './intents/create-record.ts';
import type { Decide } from './intents/decide.ts';
import type { DecideChange } from './intents/decide-change.ts';
import type { DecideGate } from './intents/decide-gate.ts';
import type { DeclineDependency } from './intents/decline-dependency.ts';
import type { DeferDecision } from './intents/defer-decision.ts';
import type { DeferMilestone } from './intents/defer-milestone.ts';
import type { DeliverDependency } from './intents/deliver-dependency.ts';
import type { DraftChange } from './intents/draft-change.ts';
import type { DraftDecision } from './intents/draft-decision.ts';
import type { EditFields } from './intents/edit-fields.ts';
import type { FinishAction } from './intents/finish-action.ts';
import type { FreezeCriteria } from './intents/freeze-criteria.ts';
import type { ImplementChange } from './intents/implement-change.ts';
import type { LinkRecord } from './intents/link-record.ts';
import type { MarkNotApplicable } from './intents/mark-not-applicable.ts';
import type { MoveForecast } from './intents/move-forecast.ts';
import type { OccurRisk } from './intents/occur-risk.ts';
import type { PostponeAction } from './intents/postpone-action.ts';
import type { ProposeDate } from './intents/propose-date.ts';
import type { PublishReport } from './intents/publish-report.ts';
import type { RaiseEscalation } from './intents/raise-escalation.ts';
import type { ReassignOwner } from './intents/reassign-owner.ts';
import type { RebaselineMilestone } from './intents/rebaseline-milestone.ts';
import type { RecordBenefitActual } from './intents/record-benefit-actual.ts';
import type { RecordMeeting } from './intents/record-meeting.ts';
import type { RecordReleaseEvent } from './intents/record-release-event.ts';
import type { RejectDelivery } from './intents/reject-delivery.ts';
import type { ReopenRecord } from './intents/reopen-record.ts';
import type { RequestChangeApproval } from './intents/request-change-approval.ts';
import type { RequestDecision } from './intents/request-decision.ts';
import type { RequestDependency } from './intents/request-dependency.ts';
import type { ResolveEscalation } from './intents/resolve-escalation.ts';
import type { ResolveIssue } from './intents/resolve-issue.ts';
import type { ReviewRecord } from './intents/review-record.ts';
import type { SignOffGate } from './intents/sign-off.ts';
import type { SnoozeSignal } from './intents/snooze-signal.ts';
import type { SubmitChange } from './intents/submit-change.ts';
import type { SupersedeDecision } from './intents/supersede-decision.ts';
import type { TagDependency } from './intents/tag-dependency.ts';
import type { UnblockDependency } from './intents/unblock-dependency.ts';
import type { ValidateAssumption } from './intents/validate-assumption.ts';
import type { VerifyCriterion } from './intents/verify-criterion.ts';
import type { VoidRecord } from './intents/void-record.ts';
import type { WaiveCriterion } from './intents/waive-criterion.ts';
import type { WithdrawChange } from './intents/withdraw-change.ts';
import type { WithdrawDecision } from './intents/withdraw-decision.ts';

/** Everything a person can want to do to a program (rulings C7), by its name. */
export type Intent =
  | AcceptDelivery
  | AcceptRisk
  | AchieveMilestone
  | AcknowledgeEscalation
  | AddCriterion
  | AgreeDependency
  | AssessChange
  | AssessRisk
  | AttachEvidence
  | BlockDependency
  | CancelAction
  | CancelDependency
  | CancelMilestone
  | CaptureAction
  | CaptureAssumption
  | CaptureIssue
  | CaptureRisk
  | ChangeStatus
  | CloseChange
  | CloseIssue
  | CloseRisk
  | CommitMilestone
  | ConfirmForecast
  | CreateGate
  | CreateRecord
  | Decide
  | DecideChange
  | DecideGate
  | DeclineDependency
  | DeferDecision
  | DeferMilestone
  | DeliverDependency
  | DraftChange
  | DraftDecision
  | EditFields
  | FinishAction
  | FreezeCriteria
  | ImplementChange
  | LinkRecord
  | MarkNotApplicable
  | MoveForecast
  | OccurRisk
  | PostponeAction
  | ProposeDate
  | PublishReport
  | RaiseEscalation
  | ReassignOwner
  | RebaselineMilestone
  | RecordBenefitActual
  | RecordMeeting
  | RecordReleaseEvent
  | RejectDelivery
  | ReopenRecord
  | RequestChangeApproval
  | RequestDecision
  | RequestDependency
  | ResolveEscalation
  | ResolveIssue
  | ReviewRecord
  | SignOffGate
  | SnoozeSignal
  | SubmitChange
  | SupersedeDecision
  | TagDependency
  | UnblockDependency
  | ValidateAssumption
  | VerifyCriterion
  | VoidRecord
  | WaiveCriterion
  | WithdrawChange
  | WithdrawDecision;

export type IntentName = Intent['intent'];
export type IntentOf<Name extends IntentName> = Extract<Intent, { intent: Name }>;
