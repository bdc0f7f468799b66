import { cutover } from './cutover.ts';
import type { GateTemplate } from './gate-template.ts';
import { handover } from './handover.ts';
import { launch } from './launch.ts';
import { operationalReadiness } from './operational-readiness.ts';
import { productionReadiness } from './production-readiness.ts';
import { securityReview } from './security-review.ts';

/** In the order `milepost new gate --template` lists them. */
export const gateTemplates: readonly GateTemplate[] = [
  productionReadiness,
  operationalReadiness,
  securityReview,
  cutover,
  handover,
  launch,
];
