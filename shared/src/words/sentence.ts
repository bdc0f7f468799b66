/**
 * One entry of the catalogue. Templates hold `{fact}` or `{fact|form}`; a part in `[[…]]` is left out when one of its
 * facts is absent. Forms: `fill.ts`. Styles: `badge` two or three words, `plain` a whole statement without its full
 * stop, `short` for tables and `name` for accessible names; a style that is not given is `plain`.
 */
export type Sentence = { plain: string; badge?: string; short?: string; name?: string };

/** By code, or by `code@variant` where a kind of record needs words of its own. */
export type Catalogue = Readonly<Record<string, Sentence>>;

export type SayStyle = 'badge' | 'plain' | 'short' | 'name';
