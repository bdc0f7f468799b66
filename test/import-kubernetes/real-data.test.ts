import { join } from 'node:path';
import { buildIndex } from '@milepost/shared/context/context-index';
import { matchIds } from '@milepost/shared/context/find-matches';
import { checkProgram } from '@milepost/shared/program/check-program';
import { assessGate } from '@milepost/shared/readiness/assess-gate';
import { beforeAll, expect, test } from 'vitest';
import { dataFolder, hasData } from '../servers/data-folder.ts';
import { readFolder } from './folder.ts';
import { type Imported, importProgram } from './import-program.ts';

/** Without the folder of real data these are skipped: `MILEPOST_DATA` names it (rulings F3). */
const onData = test.skipIf(!hasData());

let imported: Imported;
beforeAll(() => {
  if (hasData()) imported = importProgram(readFolder(join(dataFolder(), 'kubernetes')) ?? []);
}, 180_000);

const refusedFor = (reason: string) =>
  imported.outcomes.filter(({ refusal }) => refusal?.reason === reason).map(({ path }) => path);

onData('nearly every file is used, and each refusal is the file’s own fault', () => {
  const refused = imported.outcomes.filter(({ refusal }) => refusal !== undefined);
  expect(imported.outcomes).toHaveLength(786);
  expect(refused).toHaveLength(12);
  expect(refusedFor('not-yaml')).toHaveLength(2);
  expect(refusedFor('number-taken')).toHaveLength(1);
  expect(refusedFor('no-number')).toHaveLength(5);
  expect(refusedFor('no-kep')).toHaveLength(3);
  expect(refusedFor('not-program-data')).toEqual(['LICENSE']);
});

onData('what is read becomes records: releases, gates with sign-offs, exceptions, SIGs', () => {
  const { byKind, signOffs } = imported.program;
  expect(byKind.milestone.filter(({ data }) => data.type === 'release')).toHaveLength(7);
  expect(byKind.change).toHaveLength(25);
  expect(byKind.workstream).toHaveLength(19);
  expect(byKind.gate.length).toBeGreaterThan(900);
  expect([...signOffs.values()].flat()).toHaveLength(589);
});

onData('check finds only exceptions for KEPs that are not in the source', () => {
  const findings = checkProgram(imported.program, { asOf: imported.newest });
  const other = findings.filter(
    ({ rule, code, facts }) => `${rule} ${code} ${facts.field}` !== 'DQ-08 missing requested_by',
  );
  expect(other).toEqual([]);
  expect(findings).toHaveLength(9);
  for (const { file } of findings) {
    const text = imported.program.files.get(file)?.text;
    expect(text).toContain('is not in the source');
  }
});

onData('every digest a sign-off covers is the digest of its gate as it stands', () => {
  const stale = imported.program.byKind.gate.flatMap(({ id }) =>
    (assessGate(imported.program, id, imported.newest)?.signoffs ?? []).filter(({ why }) =>
      why.some(({ code }) => code === 'covers-mismatch' || code === 'no-digest'),
    ),
  );
  expect(stale).toEqual([]);
});

onData(
  'a file of a KEP finds its gate, the release that needs it, and no gate of another KEP',
  () => {
    const path = 'keps/sig-node/5823-pod-level-checkpoint-restore/README.md';
    const page = { host: 'github.com', repo: 'kubernetes/enhancements', paths: [path] };
    const found = matchIds(buildIndex(imported.program), page).map(({ id }) => id);
    expect(found.toSorted()).toEqual(['D-5823', 'G-58231', 'M-37', 'WS-14']);
  },
);
