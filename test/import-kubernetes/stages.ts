/** Stages a KEP reaches, with the digit that its gate's id ends in. */
export const STAGES = { alpha: 1, beta: 2, stable: 3, deprecated: 4, removed: 5 } as const;
export type Stage = keyof typeof STAGES;

export const STAGE_NAMES = Object.keys(STAGES) as readonly Stage[];

export const readStage = (value: unknown): Stage | undefined =>
  STAGE_NAMES.find((stage) => stage === value);
