import { compareIds } from '../../record/compare-ids.ts';
import type { AnyRecord } from '../../record/record-types.ts';
import { about, type Rule } from './rule.ts';

type Place = { record: AnyRecord; at: number };

/** DQ-13 (rulings B7): one external item is tracked by one record. Other roles may repeat; void records do not count. */
export const externalOnce: Rule = {
  id: 'DQ-13',
  check: ({ program }) => {
    const places = new Map<string, Place[]>();
    for (const record of program.records.values()) {
      if (record.data.status === 'void') continue;
      for (const [at, { system, key, role }] of record.data.external.entries()) {
        if (role !== 'tracks') continue;
        const name = `${system} ${key.trim().toLowerCase()}`;
        places.set(name, [...(places.get(name) ?? []), { record, at }]);
      }
    }
    return [...places.values()].flatMap((list) => {
      const [first, ...rest] = list.sort((a, b) => compareIds(a.record.id, b.record.id));
      return rest.map(({ record, at }) => {
        const facts = { key: record.data.external[at]?.key ?? '', other: first?.record.id ?? '' };
        const path = ['external', at, 'key'];
        return about(record, {
          rule: 'DQ-13',
          code: 'tracked-twice',
          severity: 'warn',
          path,
          facts,
        });
      });
    });
  },
};
