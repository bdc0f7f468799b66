import { FORMAT } from '@milepost/shared/record/charter';
import type { Draft } from './draft.ts';
import type { Frame } from './frame.ts';

/** `program.yaml`: what the source says of the whole, and no more. */
export function writeCharter({ source }: Frame): Draft {
  const schedules = [...source.schedules.values()];
  const data = {
    ...{ format: FORMAT, profile: 'lite', name: 'Kubernetes enhancements', key: 'kubernetes' },
    start: schedules.map(({ begins }) => begins).toSorted()[0],
    end: schedules
      .map(({ released }) => released)
      .toSorted()
      .at(-1),
    timezone: 'UTC',
    integrations: {
      github: {
        repos: ['kubernetes/enhancements', 'kubernetes/kubernetes', 'kubernetes/sig-release'],
      },
    },
  };
  return { path: 'program.yaml', data };
}
