import { computedNow, type Reported, reportedSeries } from './published-reports.ts';
import type { Found, SignalDefinition } from './signal.ts';
import type { SignalView } from './signal-view.ts';

type Verdict = { code: string; since: string };

const isGreen = ({ rag }: Reported): boolean => rag === 'green';

/** How many of the last reports said green without a break. */
function greenRun(lines: readonly Reported[]): Reported[] {
  const broken = lines.findLastIndex((line) => !isGreen(line));
  return lines.slice(broken + 1);
}

function judge(view: SignalView, lines: readonly Reported[]): Verdict | undefined {
  const last = lines.at(-1);
  const previous = lines.at(-2);
  if (last === undefined) return undefined;
  const hidden = (line: Reported | undefined, rag: string): boolean =>
    line !== undefined && isGreen(line) && line.computed === rag;
  if (hidden(last, 'red')) return { code: 'green-but-red', since: last.on };
  if (hidden(last, 'amber') && hidden(previous, 'amber')) {
    return { code: 'green-but-amber', since: (previous as Reported).on };
  }
  if (last.rag === 'red' && previous !== undefined && isGreen(previous)) {
    return { code: 'green-to-red', since: last.on };
  }
  const run = greenRun(lines);
  const doubted = run.filter(({ computed }) => computed !== undefined && computed !== 'green');
  const long = run.length >= view.limit('reports', 8) && doubted.length >= 2;
  return long ? { code: 'always-green', since: (run[0] as Reported).on } : undefined;
}

/** S-15: reported better than it is (a watermelon: green outside, red inside). */
export const watermelon: SignalDefinition = {
  rule: 'S-15',
  detect: (view) =>
    reportedSeries(view).flatMap(({ ref, lines }): Found[] => {
      const last = lines.at(-1);
      if (last === undefined) return [];
      const computed = last.computed ?? (isGreen(last) ? computedNow(view, ref) : undefined);
      const verdict = judge(view, [...lines.slice(0, -1), { ...last, computed }]);
      if (verdict === undefined) return [];
      const facts = { reported: last.rag, computed, reports: lines.length };
      const subjects = [ref, last.report];
      return [{ code: verdict.code, severity: 'high', subjects, facts, since: verdict.since }];
    }),
};
