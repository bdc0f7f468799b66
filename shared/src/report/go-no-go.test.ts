import { expect, test } from 'vitest';
import { aProgram } from '../schedule/a-program.ts';
import { buildGoNoGo, type GoNoGo } from './go-no-go.ts';
import { goNoGoPage } from './go-no-go-page.ts';
import { writeMarkdown } from './write-markdown.ts';

const asOf = '2026-03-10';

const gate = {
  id: 'G-1',
  type: 'go_no_go',
  status: 'in_review',
  milestone: 'M-1',
  release: 'REL-1',
  review_date: '2026-03-12',
  decider: 'maria',
};

const criterion = (id: string, rest: object = {}) => ({
  id,
  status: 'met',
  owner: 'li',
  verified_by: 'ana',
  ...rest,
});

function recordOf(program: ReturnType<typeof aProgram>, options = {}): GoNoGo {
  const built = buildGoNoGo(program, 'G-1', asOf, options);
  if (!built.ok) throw new Error(built.error.code);
  return built.value;
}

const markdown = (record: GoNoGo): string => writeMarkdown(goNoGoPage(record));

test('a gate without a criterion is not assessable, never 100 percent', () => {
  const record = recordOf(aProgram([gate]));
  expect(record).toMatchObject({ verdict: 'not_assessable', assessment: { strict: null } });
  expect(record.rules.find(({ code }) => code === 'criteria')?.holds).toBe(false);
  expect(markdown(record)).toContain('**Not assessable** no criterion applies.');
});

test('an unmet criterion of severity high puts its category first and counts as high risk', () => {
  const record = recordOf(
    aProgram([
      gate,
      criterion('G-1.1', { category: 'testing' }),
      criterion('G-1.2', { category: 'rollback', status: 'not_met', severity: 'high' }),
      criterion('G-1.3', { category: 'testing', status: 'in_progress', severity: 'medium' }),
    ]),
  );
  expect(record.categories).toMatchObject([
    { category: 'rollback', risk: 'high', criteria: [{ id: 'G-1.2' }] },
    { category: 'testing', risk: 'medium', criteria: [{ id: 'G-1.3' }, { id: 'G-1.1' }] },
  ]);
  expect(record.missing.map(({ subject }) => subject)).toContain('G-1.2');
});

test('each point of the rule holds or not by itself', () => {
  const { rules } = recordOf(
    aProgram([
      { ...gate, pass_threshold_pct: 50, required_signoffs: [{ role: 'qa_lead' }] },
      criterion('G-1.1'),
      criterion('G-1.2', { status: 'not_met' }),
    ]),
  );
  expect(rules).toEqual([
    { code: 'criteria', holds: true, facts: { applicable: 2 } },
    { code: 'mandatory', holds: false, facts: { count: 1 } },
    { code: 'threshold', holds: true, facts: { strict: 50, threshold: 50 } },
    { code: 'signoffs', holds: false, facts: { valid: 0, of: 1 } },
  ]);
});

test('a waiver that ran out is said to have, and its rule does not hold', () => {
  const waiver = {
    by: 'maria',
    at: '2026-01-01',
    reason: 'late',
    expires: '2026-02-01',
    risk: 'R-1',
  };
  const record = recordOf(aProgram([gate, criterion('G-1.1', { status: 'waived', waiver })]));
  expect(record.rules.find(({ code }) => code === 'waivers')).toMatchObject({
    holds: false,
    facts: { sound: 0, of: 1 },
  });
  expect(markdown(record)).toContain('**waiver ran out on 1 Feb**');
});

test('a way back without a rehearsal, an authority or a point of no return is loud', () => {
  const release = { id: 'REL-1', gate: 'G-1', rollback: { max_minutes: 45 } };
  const text = markdown(recordOf(aProgram([gate, criterion('G-1.1'), release])));
  expect(text).toContain('**Not rehearsed**');
  expect(text).toContain('**Nobody is named who decides to roll back**');
  expect(text).toContain('**No point of no return is set**');
  expect(text).toContain('Takes at most 45 minutes');
});

test('a decided gate tells its decision, the snapshot it rests on and its conditions', () => {
  const decision = {
    outcome: 'conditional_go',
    at: '2026-03-09T10:00:00+01:00',
    by: 'maria',
    rationale: 'Worth the wait',
    conditions: ['ACT-1'],
    snapshot: {
      ...{ applicable: 4, met: 3, waived: 1, not_met: 0, mandatory_unmet: 1, signoffs_ok: true },
      ...{ as_of: '2026-03-09', commit: 'abcdef0123456789' },
    },
  };
  const record = recordOf(
    aProgram(
      [
        { ...gate, status: 'decided', decision },
        criterion('G-1.1'),
        { id: 'ACT-1', owner: 'li', due: '2026-03-20', title: 'Watch the queue' },
      ],
      { people: [{ id: 'maria', name: 'Maria Keller' }] },
    ),
  );
  expect(record.decision).toMatchObject({ outcome: 'conditional_go', on: '2026-03-09' });
  expect(record.conditions).toMatchObject([{ id: 'ACT-1', due: '2026-03-20' }]);
  const text = markdown(record);
  expect(text).toContain('**conditional go on 9 Mar by Maria Keller.** Worth the wait.');
  expect(text).toContain('Decided on 3 of 4 criteria met, 1 waived, 1 mandatory open');
  expect(text).toContain('commit abcdef012345');
});

test('criteria that changed after the freeze are told by the digest', () => {
  const frozen = { ...gate, criteria_digest: 'sha256:00' };
  const record = recordOf(aProgram([frozen, criterion('G-1.1')]));
  expect(record.frozen).toBe(false);
  expect(markdown(record)).toContain('changed since they were frozen for the review');
});

test('a criterion above the audience is left out and counted, and still decides', () => {
  const secret = criterion('G-1.2', {
    status: 'not_met',
    classification: 'restricted',
    title: 'Secret',
  });
  const record = recordOf(aProgram([gate, criterion('G-1.1'), secret]));
  expect(record).toMatchObject({ leftOut: 1, verdict: 'no_go', assessment: { applicable: 2 } });
  expect(JSON.stringify(record)).not.toMatch(/G-1\.2|Secret/);
});

test('a gate that is no gate, is not there or is above the audience is refused', () => {
  const program = aProgram([{ ...gate, classification: 'restricted' }, { id: 'R-1' }]);
  expect(buildGoNoGo(program, 'R-1', asOf)).toMatchObject({ error: { code: 'wrong-kind' } });
  expect(buildGoNoGo(program, 'G-2', asOf)).toMatchObject({ error: { code: 'not-found' } });
  expect(buildGoNoGo(program, 'G-1', asOf)).toMatchObject({ error: { code: 'classified' } });
  expect(buildGoNoGo(program, 'G-1', asOf, { audience: 'restricted' }).ok).toBe(true);
});
