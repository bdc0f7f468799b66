import { importCore } from '../mutation/load-core.ts';
import { type Row, type Silence, swap } from './rows.ts';

type Answer = (given: never) => readonly unknown[];
type Figure = (given: never) => { n: number };
type Lists = {
  signals: readonly { rule: string; detect: Answer }[];
  kpis: readonly { number: number; key: string; measure: Figure }[];
  rules: readonly { id: string; check: Answer }[];
  builtInRules: readonly { id: string; on: unknown; when?: unknown }[];
  escalationTriggers: readonly Answer[];
};

const list = async <Name extends keyof Lists>(path: string, name: Name): Promise<Lists[Name]> =>
  (await importCore<Lists>(path))[name];

const nothing = (): readonly never[] => [];

/** Says `planted` where the rule itself has nothing to say. */
const orElse =
  (answer: Answer, planted: unknown): Answer =>
  (given) => {
    const found = answer(given);
    return found.length > 0 ? found : [planted];
  };

const noFigure = {
  ...{ value: null, n: 0, numerator: null, denominator: null },
  ...{ items: [], excluded: [], details: {} },
};

/** Zero where there is nothing to measure. */
const zeroFor =
  (measure: Figure): Figure =>
  (given) => {
    const figure = measure(given);
    return figure.n > 0 ? figure : { ...figure, value: 0, n: 1 };
  };

const words = (key: string): string => key.replaceAll(/[_-]/g, ' ');

/** `…/s-08-needed-before-forecast.ts` is about "needed before forecast". */
function nameOf(files: readonly string[], id: string): string {
  const file = files.find((each) => each.includes(`/${id.toLowerCase()}-`)) ?? '';
  return words(file.replace(/^.*\/[a-z]+-?\d+-/, '').replace(/\.ts$/, ''));
}

/** The 42 signals of domain part 4. */
export async function signalRows(files: readonly string[]): Promise<Row[]> {
  const signals = await list('signal/signals.ts', 'signals');
  const planted = { code: 'planted', severity: 'critical', subjects: ['R-99'], facts: {} };
  return signals.map((signal) => ({
    section: 'Signals',
    id: signal.rule,
    name: nameOf(files, signal.rule),
    silence: () => swap(signal, 'detect', nothing),
    loosen: () => swap(signal, 'detect', orElse(signal.detect, planted)),
    within: ['shared/src/signal/detect.ts'],
  }));
}

/** The 19 KPIs of domain 2.9. */
export async function kpiRows(): Promise<Row[]> {
  const kpis = await list('kpi/kpis.ts', 'kpis');
  return kpis.map((kpi) => ({
    section: 'KPIs',
    id: `KPI ${kpi.number}`,
    name: words(kpi.key),
    silence: () => swap(kpi, 'measure', () => noFigure),
    loosen: () => swap(kpi, 'measure', zeroFor(kpi.measure)),
    within: ['shared/src/kpi/measure.ts'],
  }));
}

/** Data-quality rules over a whole program. */
export async function qualityRows(files: readonly string[]): Promise<Row[]> {
  const rules = await list('program/rules/rules.ts', 'rules');
  return rules
    .filter(({ id }) => id.startsWith('DQ-'))
    .map((rule) => {
      const planted = {
        ...{ rule: rule.id, code: 'planted', severity: 'error' },
        ...{ file: 'risks/R-99.yaml', facts: {} },
      };
      return {
        section: 'Data quality',
        id: rule.id,
        name: nameOf(files, rule.id),
        silence: () => swap(rule, 'check', nothing),
        loosen: () => swap(rule, 'check', orElse(rule.check, planted)),
        within: ['shared/src/program/check-program.ts'],
      };
    });
}

const without =
  (holder: { when?: unknown }): Silence =>
  () =>
    swap(holder as { when: unknown }, 'when', undefined);

/** The decision rights of domain 3.2; what holds one back is its condition. */
export async function rightRows(): Promise<Row[]> {
  const rights = await list('policy/built-in-rules.ts', 'builtInRules');
  return rights.map((right) => ({
    section: 'Decision rights',
    id: right.id,
    name: '',
    silence: () => swap(right, 'on', []),
    ...(right.when === undefined ? {} : { loosen: without(right) }),
    within: ['shared/src/policy/matching-rules.ts'],
  }));
}

/** The triggers of domain 2.8. */
export async function triggerRows(files: readonly string[]): Promise<Row[]> {
  const triggers = await list('policy/escalation/escalation-triggers.ts', 'escalationTriggers');
  const holder = triggers as unknown as Record<number, unknown>;
  return triggers.map((trigger, at) => {
    const id = `E${at + 1}`;
    const planted = {
      ...{ trigger: id, code: 'planted', subject: 'R-99', to: [], level: 'L1', facts: {} },
    };
    return {
      section: 'Escalation triggers',
      id,
      name: nameOf(files, `E${String(at + 1).padStart(2, '0')}`),
      silence: () => swap(holder, at, nothing),
      loosen: () => swap(holder, at, orElse(trigger, planted)),
      within: ['shared/src/policy/escalation/escalation-triggers.ts'],
    };
  });
}
