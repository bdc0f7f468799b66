import type { Draft } from './draft.ts';
import { type Frame, teamOf, teamOfRelease, workstreamOf } from './frame.ts';
import { personOf } from './read-people.ts';

/** The source does not say who leads a SIG; whoever approves most of its KEPs is as near as it comes. */
function leadOf(sig: string, { source }: Frame): string | undefined {
  const counts = new Map<string, number>();
  for (const kep of source.keps.values())
    if (kep.sig === sig)
      for (const login of kep.approvers)
        counts.set(personOf(login), (counts.get(personOf(login)) ?? 0) + 1);
  const [first] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return first?.[0];
}

function writeSig(sig: string, frame: Frame): readonly Draft[] {
  const [stream, team, lead] = [workstreamOf(frame, sig), teamOf(frame, sig), leadOf(sig, frame)];
  const label = sig.replace(/^(sig|wg)-/, '$1/');
  return [
    {
      path: `workstreams/${stream}.yaml`,
      data: {
        ...{ id: stream, title: sig, status: 'active', lead, teams: [team] },
        github: { labels: [label] },
        match: { paths: [`kubernetes/enhancements:keps/${sig}/**`] },
      },
    },
    {
      path: `teams/${team}.yaml`,
      data: { id: team, title: sig, status: 'active', lead, workstreams: [stream] },
    },
  ];
}

/** A SIG is a workstream and the team that delivers it; the team of each release is a team too. */
export function writeSigs(frame: Frame): readonly Draft[] {
  const releases = [...frame.source.teams.values()].map(({ minor, lead }): Draft => {
    const id = teamOfRelease(minor);
    const data = { id, title: `Release team v1.${minor}`, status: 'active', lead: personOf(lead) };
    return { path: `teams/${id}.yaml`, data };
  });
  return [...frame.sigs.flatMap((sig) => writeSig(sig, frame)), ...releases];
}
