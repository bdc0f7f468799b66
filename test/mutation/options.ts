import { parseArgs } from 'node:util';

/** Rooms of the core whose rules, figures and rights are judged. */
export const ROOMS: readonly string[] = ['kpi', 'schedule', 'readiness', 'policy', 'signal'];

export type Options = {
  /** Below `shared/src`: a room, or a folder of it. */
  rooms: readonly string[];
  /** How many mutants to draw; all of them when absent. */
  sample?: number;
  seed: number;
  /** Only mutants that delete the body of an exported function. */
  bodies: boolean;
  survivors: boolean;
};

/** `[room …] [--sample N] [--seed S] [--bodies] [--survivors]`. */
export function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      sample: { type: 'string' },
      seed: { type: 'string', default: '1' },
      bodies: { type: 'boolean', default: false },
      survivors: { type: 'boolean', default: false },
    },
  });
  const rooms = positionals.length > 0 ? positionals : ROOMS;
  const { bodies, survivors } = values;
  const sample = values.sample === undefined ? {} : { sample: Number(values.sample) };
  return { rooms, seed: Number(values.seed), bodies, survivors, ...sample };
}
