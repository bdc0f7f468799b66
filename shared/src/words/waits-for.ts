/** Who waits for what we provide: the short name of the badge (`Orders waits`). */
export const waitsFor = (team: string): string => `${team} waits`;
