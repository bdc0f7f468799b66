import type { Program } from '@milepost/shared/program/program';
import type { RecordKind } from '@milepost/shared/record/record-types';
import { buildDecisionBrief } from '@milepost/shared/report/decision-brief';
import { decisionPage } from '@milepost/shared/report/decision-page';
import { buildEscalationBrief } from '@milepost/shared/report/escalation-brief';
import { escalationPage } from '@milepost/shared/report/escalation-page';
import { buildGoNoGo } from '@milepost/shared/report/go-no-go';
import { goNoGoPage } from '@milepost/shared/report/go-no-go-page';
import type { Page } from '@milepost/shared/report/page';
import type {
  ReportOptions,
  ReportRefusal,
  ReportSource,
} from '@milepost/shared/report/report-options';
import type { Earlier } from '@milepost/shared/report/status/changes-since';
import { statusPage } from '@milepost/shared/report/status-page';
import { buildStatusReport } from '@milepost/shared/report/status-report';
import { fail, ok, type Result } from '@milepost/shared/result';
import { dayOf } from '@milepost/shared/schedule/day-of';
import { forecast } from '@milepost/shared/schedule/forecast';
import { type CannotRead, type Run, stringOption } from '../command.ts';

/** A report as data, and as the page that is written from it. */
export type Made = { data: ReportSource; page: Page };

async function earlierOf(run: Run): Promise<Result<Earlier | undefined, CannotRead>> {
  const revision = stringOption(run.arguments, 'since');
  if (revision === undefined) return ok(undefined);
  const program = await run.environment.history.programAt(run.directory, revision);
  if (!program.ok) return program;
  const commit = await run.environment.history.commit(run.directory, revision);
  const on = commit && dayOf(commit.at, run.program.charter.timezone);
  return ok({ program: program.value, revision, on });
}

/** The weekly status, with the simulation and, on request, an earlier revision. */
export async function makeStatus(
  run: Run,
  options: ReportOptions,
): Promise<Result<Made, CannotRead>> {
  const earlier = await earlierOf(run);
  if (!earlier.ok) return earlier;
  const data = buildStatusReport(run.program, run.asOf, {
    ...options,
    earlier: earlier.value,
    forecast: forecast(run.program, run.asOf),
  });
  return ok({ data, page: statusPage(data) });
}

const idsOf = (program: Program, kind: RecordKind): string =>
  program.byKind[kind].map(({ id }) => id).join(', ') || 'none';

function refused(
  program: Program,
  kind: RecordKind,
  { code, id }: ReportRefusal,
  audience = 'internal',
): CannotRead {
  if (code === 'classified')
    return {
      code: 3,
      message: `${id} is classified above ${audience}.`,
      next: 'Name a higher --audience, or show it all the same with --include-higher.',
    };
  return {
    code: 3,
    message: code === 'not-found' ? `There is no record ${id}.` : `${id} is no ${kind}.`,
    next: `What there is: ${idsOf(program, kind)}.`,
  };
}

/** Builders of the reports about one record, with what its id must be. */
const aboutOne = {
  gonogo: {
    kind: 'gate',
    make: (program: Program, id: string, asOf: string, options: ReportOptions) => {
      const built = buildGoNoGo(program, id, asOf, options);
      return built.ok ? ok({ data: built.value, page: goNoGoPage(built.value) }) : built;
    },
  },
  decision: {
    kind: 'decision',
    make: (program: Program, id: string, asOf: string, options: ReportOptions) => {
      const built = buildDecisionBrief(program, id, asOf, options);
      return built.ok ? ok({ data: built.value, page: decisionPage(built.value) }) : built;
    },
  },
  escalation: {
    kind: 'escalation',
    make: (program: Program, id: string, asOf: string, options: ReportOptions) => {
      const built = buildEscalationBrief(program, id, asOf, options);
      return built.ok ? ok({ data: built.value, page: escalationPage(built.value) }) : built;
    },
  },
} as const;

export type AboutOne = keyof typeof aboutOne;

export const isAboutOne = (kind: string): kind is AboutOne => Object.hasOwn(aboutOne, kind);

/** A report about the record `id`. */
export function makeAboutOne(
  { program, asOf }: Run,
  report: AboutOne,
  id: string,
  options: ReportOptions,
): Result<Made, CannotRead> {
  const { kind, make } = aboutOne[report];
  const made = make(program, id, asOf, options);
  return made.ok ? made : fail(refused(program, kind, made.error, options.audience));
}
