import { referencesExist } from './dq-02-references-exist.ts';
import { noCycle } from './dq-03-no-cycle.ts';
import { noDeletedFile } from './dq-04-no-deleted-file.ts';
import { appendOnly } from './dq-05-append-only.ts';
import { writeOnce } from './dq-06-write-once.ts';
import { statusLogged } from './dq-07-status-logged.ts';
import { requiredPerState } from './dq-08-required-per-state.ts';
import { datesOrdered } from './dq-09-dates-ordered.ts';
import { noFutureFacts } from './dq-10-no-future-facts.ts';
import { ownerKnown } from './dq-11-owner-known.ts';
import { oneAccountable } from './dq-12-one-accountable.ts';
import { externalOnce } from './dq-13-external-once.ts';
import { forecastIsLast } from './dq-14-forecast-is-last.ts';
import { snapshotRecomputes } from './dq-15-snapshot-recomputes.ts';
import { criterionDriven } from './dq-17-criterion-driven.ts';
import { nothingSecretInPublic } from './dq-18-nothing-secret-in-public.ts';
import type { Rule } from './rule.ts';
import { surveyWithoutNames } from './survey-without-names.ts';

/** Every rule over a whole program (domain 1.19). DQ-01 and DQ-16 speak while a file is read. */
export const rules: readonly Rule[] = [
  referencesExist,
  noCycle,
  noDeletedFile,
  appendOnly,
  writeOnce,
  statusLogged,
  requiredPerState,
  datesOrdered,
  noFutureFacts,
  ownerKnown,
  oneAccountable,
  externalOnce,
  forecastIsLast,
  snapshotRecomputes,
  criterionDriven,
  nothingSecretInPublic,
  surveyWithoutNames,
];
