import { isDay } from '@milepost/shared/record/field';
import * as z from 'zod';

const Short = z.string().max(300);
const Long = z.string().max(20_000);
const Shorts = z.array(Short).max(3000);
const Day = z.string().refine(isDay);
const Key = z.string().max(200);
const Id = z.string().max(40);

/** What a page may say about itself; lengths are bounded, because every word of it is a stranger's. */
const Page = z.strictObject({
  host: Short.exactOptional(),
  repo: Short.exactOptional(),
  number: z.int().positive().exactOptional(),
  key: Short.exactOptional(),
  url: z.string().max(2000).exactOptional(),
  title: z.string().max(1000).exactOptional(),
  body: Long.exactOptional(),
  headBranch: Short.exactOptional(),
  baseBranch: Short.exactOptional(),
  labels: Shorts.exactOptional(),
  githubMilestone: Short.exactOptional(),
  fixVersions: Shorts.exactOptional(),
  components: Shorts.exactOptional(),
  epic: Short.exactOptional(),
  paths: z.array(z.string().max(4096)).max(3000).exactOptional(),
});

const Dependency = z.strictObject({
  side: z.enum(['needs', 'provides']),
  title: z.string().trim().min(3).max(120),
  otherItem: Short.exactOptional(),
  otherTeam: Id.exactOptional(),
  ownTeam: Id.exactOptional(),
  needBy: Day.exactOptional(),
  milestone: Id.exactOptional(),
  type: Id.exactOptional(),
  criticality: Id.exactOptional(),
  acceptance: Long.exactOptional(),
});

const Risk = z.strictObject({
  title: z.string().trim().min(3).max(120),
  effect: Long.exactOptional(),
  milestone: Id.exactOptional(),
});

const Head = z.string().regex(/^[0-9a-f]{40}$/);

/** Requests of a host page's content script. */
export const PageMessage = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('badges'),
    page: Page,
    head: Head.exactOptional(),
    files: z.boolean().exactOptional(),
  }),
  z.strictObject({
    type: z.literal('card'),
    page: Page,
    head: Head.exactOptional(),
    program: Key,
    id: Id,
  }),
  z.strictObject({ type: z.literal('choices'), page: Page }),
  z.strictObject({
    type: z.literal('tag-dependency'),
    page: Page,
    program: Key,
    form: Dependency,
  }),
  z.strictObject({ type: z.literal('capture-risk'), page: Page, program: Key, form: Risk }),
  z.strictObject({ type: z.literal('capture-state'), page: Page, program: Key, operation: Key }),
]);

const Address = z.strictObject({
  url: z.string().trim().max(2000),
  branch: z.string().trim().max(300),
  folder: z.string().trim().max(300),
  signedAs: z.string().trim().max(200).exactOptional(),
  asOf: z.union([z.literal(''), z.iso.date()]).exactOptional(),
});
const Token = z.string().max(1000).exactOptional();

/** Requests of our own pages. */
export const OwnMessage = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('programs') }),
  z.strictObject({ type: z.literal('check'), address: Address, token: Token }),
  z.strictObject({ type: z.literal('connect'), address: Address, token: Token }),
  z.strictObject({ type: z.literal('disconnect'), key: Key }),
  z.strictObject({ type: z.literal('sync'), key: Key }),
]);

export type PageMessage = z.infer<typeof PageMessage>;
export type OwnMessage = z.infer<typeof OwnMessage>;
