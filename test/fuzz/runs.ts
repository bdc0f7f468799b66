/** Runs of a property: few in CI, `MILEPOST_FUZZ=50` times as many for a long campaign. */
export const runs = (few: number): { numRuns: number } => ({
  numRuns: few * Number(process.env.MILEPOST_FUZZ ?? 1),
});
