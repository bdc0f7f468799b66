import { ok } from '@milepost/shared/result';
import { type Read, type Remark, refuse, remarksOf } from './ledger.ts';
import { readEnglishDays } from './read-day.ts';
import { minorOfPath, type SourceFile } from './source-file.ts';

/** Phases of a release cycle that end on a day, with the digits their milestone's id ends in. */
export const PHASES = {
  readiness: { digits: '01', name: 'Production readiness freeze' },
  enhancements: { digits: '02', name: 'Enhancements freeze' },
  blog: { digits: '03', name: 'Feature blog freeze' },
  code: { digits: '04', name: 'Code freeze' },
  docs: { digits: '05', name: 'Docs freeze' },
} as const;
export type Phase = keyof typeof PHASES;
export const PHASE_NAMES = Object.keys(PHASES) as readonly Phase[];

export type Schedule = {
  path: string;
  minor: number;
  begins: string;
  released: string;
  phases: Readonly<Partial<Record<Phase, string>>>;
};

/** Bullets of the Summary, each on one line. */
function bulletsOf(text: string): readonly string[] {
  const summary = /^## Summary\s*$([\s\S]*?)(?=^#|(?![\s\S]))/m.exec(text)?.[1] ?? '';
  const joined = summary.replace(/\r/g, '').replace(/\n {2,}(?! *[-*])/g, ' ');
  return joined.split('\n').filter((line) => line.startsWith('- '));
}

/** The earliest day a bullet names is the last that everybody has whole, in every zone. */
function dayIn(bullets: readonly string[], what: RegExp, remarks: ReturnType<typeof remarksOf>) {
  const bullet = bullets.find((line) => what.test(line));
  const days = bullet === undefined ? [] : readEnglishDays(bullet);
  if (bullet !== undefined && days.length === 0) remarks.doubt('no-day', bullet);
  if (days.some(({ isWeekdayRight }) => !isWeekdayRight))
    remarks.doubt('weekday-differs', bullet ?? '');
  return days[0]?.day;
}

function phasesIn(bullets: readonly string[], remarks: ReturnType<typeof remarksOf>) {
  const phases: Partial<Record<Phase, string>> = {};
  for (const phase of PHASE_NAMES) {
    const day = dayIn(bullets, new RegExp(PHASES[phase].name, 'i'), remarks);
    if (day !== undefined) phases[phase] = day;
  }
  return phases;
}

const outOfOrder = ({ begins, released, phases }: Schedule): readonly string[] =>
  Object.entries(phases)
    .filter(([, day]) => day < begins || day > released)
    .map(([phase, day]) => `${phase} ${day} is not between ${begins} and ${released}`);

/** Reads the Summary of a release's README: the day the cycle begins, its freezes and the release. */
export function readSchedule({ path, text }: SourceFile): Read<Schedule> {
  const minor = minorOfPath(path);
  const bullets = bulletsOf(text);
  const noted = remarksOf(path);
  const begins = dayIn(bullets, /release cycle begins/i, noted);
  const released = dayIn(bullets, /v1\.\d+\.0 released/i, noted);
  if (begins === undefined || released === undefined) return refuse('no-schedule');
  const value = { path, minor, begins, released, phases: phasesIn(bullets, noted) };
  const late = outOfOrder(value).map((detail): Remark => ({ path, code: 'out-of-order', detail }));
  return ok({ value, remarks: [...noted.remarks, ...late] });
}
