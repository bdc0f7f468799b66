const frameOf = (line: string): string | undefined => {
  const found = /at (?:async )?(?:(\S+) \()?.*\/engine\/([a-z-]+)\.ts:(\d+):(\d+)/.exec(line);
  if (found === null) return undefined;
  const [, name = '', file, row, column] = found;
  return `${name}@${file}:${row}:${column}`;
};

/** Names the await of the engine we are in: the port's call and the chain of engine functions that wait for it. */
export const awaitPoint = (port: string): string => {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 40;
  const { stack = '' } = new Error('here');
  Error.stackTraceLimit = stackTraceLimit;
  const frames = stack
    .split('\n')
    .map(frameOf)
    .filter((frame) => frame !== undefined);
  return [port, ...frames].join(' < ');
};
