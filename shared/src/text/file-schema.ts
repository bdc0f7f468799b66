import type * as z from 'zod';
import { placeOf } from '../program/layout.ts';
import { Charter, Deployments, Incidents, Policy } from '../record/charter.ts';
import { People, Roles } from '../record/people.ts';
import { recordTypes } from '../record/record-types.ts';
import { ReleaseRun } from '../record/release.ts';
import { SignOff } from '../record/sign-off.ts';

/** Schemas of the files that hold no record (rulings B3). */
export const smallSchemas = {
  charter: Charter,
  people: People,
  roles: Roles,
  policy: Policy,
  deployments: Deployments,
  incidents: Incidents,
  'sign-off': SignOff,
  run: ReleaseRun,
} as const;

/** The schema of a program file, by its path below the program folder; undefined for files we do not read. */
export function fileSchema(path: string): z.ZodObject | undefined {
  const place = placeOf(path);
  switch (place.is) {
    case 'record':
      return recordTypes[place.kind].schema;
    case 'misnamed':
    case 'unknown-yaml':
    case 'other':
      return undefined;
    default:
      return smallSchemas[place.is];
  }
}
