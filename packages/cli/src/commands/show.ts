import {
  dependencyAge,
  dependencyForecast,
  dependencyGap,
} from '@milepost/shared/health/dependency-figures';
import {
  scheduleVariancePct,
  slip,
  slipVsCommitted,
} from '@milepost/shared/health/milestone-figures';
import { milestoneHealth } from '@milepost/shared/health/milestone-health';
import { expectedValue, proximityBand, riskScore } from '@milepost/shared/health/risk-figures';
import { assessGate } from '@milepost/shared/readiness/assess-gate';
import type { AnyRecord, TypedRecord } from '@milepost/shared/record/record-types';
import { floatsOf, schedule } from '@milepost/shared/schedule/critical-path';
import { type Command, cannotRead, type Run, usage } from '../command.ts';

type Computed = Readonly<Record<string, unknown>>;
type View = Pick<Run, 'program' | 'asOf'>;

const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;

function riskFigures({ program, asOf }: View, { data }: TypedRecord<'risk'>): Computed {
  const { score, level } = riskScore(program.charter, data, asOf) ?? {};
  return {
    score: orNull(score),
    level: orNull(level),
    emv: expectedValue(program.charter, data, asOf),
    proximity: orNull(proximityBand(data, asOf)),
  };
}

function milestoneFigures({ program, asOf }: View, record: TypedRecord<'milestone'>): Computed {
  const totalFloat = floatsOf(schedule(program, asOf)).get(record.id);
  const computed = totalFloat === undefined ? undefined : { totalFloat };
  return {
    slip: orNull(slip(program.charter, record.data)),
    slipVsCommitted: orNull(slipVsCommitted(program.charter, record.data)),
    svPct: orNull(scheduleVariancePct(program.charter, record.data)),
    health: orNull(milestoneHealth(program, record.id, asOf, computed)?.rag),
  };
}

const dependencyFigures = (
  { program, asOf }: View,
  { data }: TypedRecord<'dependency'>,
): Computed => ({
  gap: orNull(dependencyGap(program, data, asOf)),
  forecast: orNull(dependencyForecast(program, data, asOf)?.date),
  age: orNull(dependencyAge(program, data, asOf)),
});

function gateFigures({ program, asOf }: View, { id }: TypedRecord<'gate'>): Computed {
  const gate = assessGate(program, id, asOf);
  return { verdict: orNull(gate?.verdict), strict: orNull(gate?.strict) };
}

/** Figures of one record as of a day; JSON numbers in full precision. */
export function computedOf(view: View, record: AnyRecord): Computed {
  switch (record.kind) {
    case 'risk':
      return riskFigures(view, record);
    case 'milestone':
      return milestoneFigures(view, record);
    case 'dependency':
      return dependencyFigures(view, record);
    case 'gate':
      return gateFigures(view, record);
    default:
      return {};
  }
}

const line = (key: string, value: unknown): string =>
  `${key.padEnd(18)} ${typeof value === 'string' ? value : JSON.stringify(value)}`;

function textOf(run: Run, record: AnyRecord, computed: Computed): string {
  const file = run.program.files.get(record.path)?.text.trimEnd() ?? '';
  const figures = Object.entries(computed).map(([key, value]) => line(key, value));
  return [
    `# ${record.path}`,
    file,
    ...(figures.length > 0 ? ['', `# computed as of ${run.asOf}`, ...figures] : []),
  ].join('\n');
}

/** JSON: the record's fields, with `recordKind`, `path` and `computed`. */
export const showCommand: Command = {
  name: 'show',
  summary: 'One record as it stands, with its computed figures.',
  positionals: 'ID',
  options: {},
  examples: ['milepost show R-12', 'milepost show M-4 --format json --as-of 2026-03-10'],
  needs: 'program',
  run: async (run) => {
    const [id] = run.arguments.positionals;
    if (id === undefined) return usage('Which record? For example milepost show R-12.');
    const record = run.program.records.get(id);
    if (!record) {
      const broken = run.program.broken.find((file) => file.id === id);
      return cannotRead({
        code: 3,
        message: broken ? `${broken.path} cannot be read.` : `There is no record ${id}.`,
        next: broken ? 'milepost check says why.' : 'milepost status lists what is here.',
      });
    }
    const computed = computedOf(run, record);
    return {
      code: 0,
      data: { ...record.data, recordKind: record.kind, path: record.path, computed },
      text: () => textOf(run, record, computed),
    };
  },
};
