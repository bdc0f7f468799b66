/** Data of one program file, not rendered yet. `path` is below the program folder. */
export type Draft = { path: string; data: Readonly<Record<string, unknown>> };
