import { ok } from '@milepost/shared/result';
import { isPlainMap, type PlainMap } from '@milepost/shared/text/field-value';
import { parseYaml } from '@milepost/shared/text/parse-yaml';
import { type Read, refuse, remarksOf } from './ledger.ts';
import { readNumber } from './read-kep.ts';
import { readPeople } from './read-people.ts';
import type { SourceFile } from './source-file.ts';
import { STAGE_NAMES, type Stage } from './stages.ts';

/** Who approved the production readiness of one KEP, per stage (login). The source gives no day. */
export type Approvals = {
  path: string;
  number: number;
  approvers: Readonly<Partial<Record<Stage, string>>>;
};

function approversOf(data: PlainMap, doubt: (code: string, value: unknown) => undefined) {
  const approvers: Partial<Record<Stage, string>> = {};
  for (const stage of STAGE_NAMES) {
    const given = data[stage];
    if (!isPlainMap(given)) continue;
    const [login, ...more] = readPeople(given.approver).logins;
    if (login === undefined || more.length > 0) doubt('not-one-approver', given);
    if (login !== undefined) approvers[stage] = login;
  }
  return approvers;
}

/** Reads `prod-readiness/<sig>/<number>.yaml`. The file's name says which KEP: that is how reviewers find it. */
export function readApprovals({ path, text }: SourceFile): Read<Approvals> {
  const yaml = parseYaml(text);
  if (!yaml.ok)
    return refuse('not-yaml', `${yaml.error.line}:${yaml.error.column} ${yaml.error.detail}`);
  if (!isPlainMap(yaml.value)) return refuse('nothing-in-it');
  const number = readNumber(/([^/]+)\.yaml$/.exec(path)?.[1]);
  if (number === undefined) return refuse('no-number', path);
  const { remarks, doubt } = remarksOf(path);
  const inside = yaml.value['kep-number'];
  if (readNumber(inside) !== number) doubt('file-number-differs', inside);
  const approvers = approversOf(yaml.value, doubt);
  if (Object.keys(approvers).length === 0) return refuse('no-approver');
  return ok({ value: { path, number, approvers }, remarks });
}
