import { coversOf } from '../../policy/covers-of.ts';
import { samePerson } from '../../policy/role-holders.ts';
import { ok } from '../../result.ts';
import { valueAt } from '../../text/field-value.ts';
import type { FieldOp } from '../edit.ts';
import { changeRecord } from '../edit-of.ts';
import { logField } from '../log-entry.ts';
import { moveRecord } from '../move-record.ts';
import { filled } from '../new-record.ts';
import { type PlanContext, type Planned, type Refused, refuse } from '../plan-context.ts';
import { append, findTarget, requireRecords, type Target } from '../target.ts';

/** Provider and consumer agree on a date: two different people (domain 1.11, DR-07). */
export type AgreeDependency = {
  intent: 'agree-dependency';
  id: string;
  /** Default: the last proposal, else the need-by date. */
  committed_date?: string;
  acceptance?: string;
  provider_owner?: string;
  consumer_owner?: string;
  /** Risk or change that covers a date later than needed. */
  covered_by?: string;
  /** Where it was agreed. */
  ref?: string;
};

type Terms = { provider_owner: string; consumer_owner: string; committed_date: string };

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

function termsOf(
  intent: AgreeDependency,
  data: Target['data'],
): Partial<Record<keyof Terms, string>> {
  const proposals = Array.isArray(data.proposals) ? data.proposals : [];
  return filled({
    provider_owner: intent.provider_owner ?? textOf(valueAt(data, ['provider', 'owner'])),
    consumer_owner: intent.consumer_owner ?? textOf(valueAt(data, ['consumer', 'owner'])),
    committed_date:
      intent.committed_date ?? textOf(valueAt(proposals.at(-1), ['date'])) ?? textOf(data.need_by),
  });
}

function checkParties(id: string, terms: Terms, context: PlanContext): Refused | undefined {
  const { program, by } = context;
  const parties = [terms.provider_owner, terms.consumer_owner];
  if (samePerson(program, terms.provider_owner, terms.consumer_owner)) {
    return refuse('same-person-both-sides', { id, person: terms.provider_owner });
  }
  if (parties.some((party) => samePerson(program, party, by))) return undefined;
  return refuse('not-a-party', { id, by }, parties);
}

export function planAgreeDependency(intent: AgreeDependency, context: PlanContext): Planned {
  const { id, covered_by } = intent;
  const target = findTarget(context, id, 'dependency');
  if (!target.ok) return target;
  const given = termsOf(intent, target.value.data);
  const { provider_owner, consumer_owner, committed_date } = given;
  if (!provider_owner || !consumer_owner || !committed_date) {
    const fields = ['provider_owner', 'consumer_owner', 'committed_date'].filter(
      (field) => !Object.hasOwn(given, field),
    );
    return refuse('missing-fields', { id, to: 'committed', fields }, [context.by]);
  }
  const refusal = checkParties(id, { provider_owner, consumer_owner, committed_date }, context);
  if (refusal !== undefined) return refusal;
  const known = requireRecords(context, [covered_by]);
  if (!known.ok) return known;
  const terms = { provider_owner, consumer_owner, committed_date };
  const ops = moveRecord(context, target.value, {
    to: 'committed',
    set: agreedFields(intent, target.value, terms, context),
    ops: [
      ...(covered_by === undefined ? [] : [append('links', { rel: 'relates_to', to: covered_by })]),
      ...logDate(target.value.data.committed_date, committed_date, context),
    ],
  });
  if (!ops.ok) return ops;
  const summary = `Agree ${id} for ${committed_date}`;
  return ok(changeRecord(intent.intent, target.value, summary, ops.value));
}

const logDate = (from: unknown, to: string, context: PlanContext): FieldOp[] =>
  from === to ? [] : [logField(context, { field: 'committed_date', from, to })];

function agreedFields(
  intent: AgreeDependency,
  target: Target,
  terms: Terms,
  context: PlanContext,
): Record<string, unknown> {
  const { acceptance, ref } = intent;
  const { provider_owner, consumer_owner, committed_date } = terms;
  const after = { ...target.data, committed_date, ...filled({ acceptance }) };
  const covers = coversOf(after, 'DR-07');
  return {
    acceptance,
    'consumer.owner': consumer_owner,
    'provider.owner': provider_owner,
    committed_date,
    agreement: filled({ provider_owner, consumer_owner, at: context.at, covers, ref }),
  };
}
