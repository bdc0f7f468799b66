/** Calendar days, both included. */
export type KpiWindow = { from: string; to: string };
