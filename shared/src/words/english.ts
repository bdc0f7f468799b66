import { badgeSentences, cardSentences, healthSentences } from './english-badges.ts';
import { briefSentences } from './english-briefs.ts';
import { findingSentences, requirementSentences } from './english-findings.ts';
import { guardSentences, refusalSentences } from './english-guards.ts';
import {
  missingSentences,
  reasonSentences,
  signOffSentences,
  verdictSentences,
} from './english-readiness.ts';
import { reportSentences } from './english-reports.ts';
import { signalSentences } from './english-signals.ts';
import type { Catalogue } from './sentence.ts';

/** The one English catalogue. */
export const english: Catalogue = {
  ...badgeSentences,
  ...cardSentences,
  ...healthSentences,
  ...signOffSentences,
  ...missingSentences,
  ...verdictSentences,
  ...reasonSentences,
  ...findingSentences,
  ...requirementSentences,
  ...guardSentences,
  ...refusalSentences,
  ...signalSentences,
  ...reportSentences,
  ...briefSentences,
};
