import * as z from 'zod';
import { Day, Duration, Line, Moment, PersonRef, Ref, Refs, Text } from './field.ts';
import { header } from './header.ts';
import type { Lifecycle } from './lifecycle.ts';
import { ForecastEntry } from './milestone.ts';

const states = [
  'identified',
  'requested',
  'negotiating',
  'committed',
  'in_progress',
  'delivered',
  'accepted',
  'declined',
  'cancelled',
] as const;

export const DEPENDENCY_TYPES = [
  'technical',
  'data',
  'environment',
  'process',
  'vendor',
  'resource',
  'decision',
  'approval',
  'regulatory',
] as const;

const Side = {
  team: Ref.optional(),
  owner: PersonRef.optional(),
  milestone: Ref.optional(),
  /** External key of the side's own work item (rulings B7). */
  item: Line.optional(),
};

/** Domain 1.11: a contract between the team that needs (consumer) and the team that gives (provider). */
export const Dependency = z.looseObject({
  ...header,
  status: z.enum([...states, 'void']).default('identified'),
  type: z.enum(DEPENDENCY_TYPES).default('technical'),
  consumer: z.looseObject(Side).default({}),
  provider: z.looseObject({ ...Side, vendor: z.boolean().optional() }).default({}),
  affects: Refs,
  deliverable: Text.optional(),
  acceptance: Text.optional(),
  need_by: Day.optional(),
  proposals: z
    .array(z.looseObject({ at: Moment, by: PersonRef, date: Day, note: Text.optional() }))
    .default([]),
  committed_date: Day.optional(),
  forecast_date: Day.optional(),
  forecast_history: z.array(ForecastEntry).default([]),
  agreement: z
    .looseObject({
      provider_owner: PersonRef,
      consumer_owner: PersonRef,
      at: Moment,
      covers: z.string().optional(),
      ref: Line.optional(),
    })
    .optional(),
  lag_days: z.int().min(-100_000).max(100_000).default(0),
  link_type: z.enum(['FS', 'SS', 'FF', 'SF']).default('FS'),
  /** Working days. */
  lead_time_days: Duration.optional(),
  /** When a vendor or environment was ordered (S-36). */
  ordered_on: Day.optional(),
  criticality: z.enum(['blocking', 'degraded', 'informational']).optional(),
  delivered_on: Day.optional(),
  accepted_on: Day.optional(),
  accepted_by: PersonRef.optional(),
  blocked: z.looseObject({ since: Day, reason: Text, by: Ref.optional() }).optional(),
  fallback: Text.optional(),
});
export type Dependency = z.infer<typeof Dependency>;

const requested = ['consumer.team', 'provider.team', 'deliverable', 'acceptance', 'need_by'];
const committed = [...requested, 'committed_date', 'agreement', 'consumer.owner', 'provider.owner'];

export const dependencyLifecycle: Lifecycle<(typeof states)[number]> = {
  states,
  terminal: ['accepted', 'declined', 'cancelled'],
  moves: {
    identified: ['requested', 'declined', 'cancelled'],
    requested: ['negotiating', 'committed', 'declined', 'cancelled'],
    negotiating: ['requested', 'committed', 'declined', 'cancelled'],
    committed: ['in_progress', 'declined', 'cancelled'],
    in_progress: ['delivered', 'declined', 'cancelled'],
    delivered: ['accepted', 'in_progress', 'declined', 'cancelled'],
  },
  required: {
    requested,
    negotiating: requested,
    committed,
    in_progress: [...committed, 'forecast_date'],
    delivered: [...committed, 'delivered_on'],
    accepted: [...committed, 'delivered_on', 'accepted_on', 'accepted_by'],
  },
};
