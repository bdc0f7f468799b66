import { awaitPoint } from './await-point.ts';

/** A client that dies at one of its awaits: every port of it counts, and from the fatal call on nothing answers. */
export type Mortality = {
  /** Calls made so far. */
  calls: number;
  /** The call at which it dies; after that call has acted when `after`. */
  fatal: number;
  after: boolean;
  /** Resolves at the moment of death. */
  died: Promise<void>;
  die: () => void;
  dead: boolean;
  /** Where in the engine it died, once it did so at a call. */
  where: string | undefined;
  /** Told of every call; for those who count the places there are. */
  onCall?: (port: string) => void;
};

export const mortality = (fatal: number, after: boolean): Mortality => {
  const life: Mortality = {
    calls: 0,
    fatal,
    after,
    died: Promise.resolve(),
    die: () => undefined,
    dead: false,
    where: undefined,
  };
  life.died = new Promise((resolve) => {
    life.die = () => {
      life.dead = true;
      resolve();
    };
  });
  return life;
};

const forever = () => new Promise<never>(() => undefined);

type Call = (...args: unknown[]) => unknown;

const dieHere = async (life: Mortality, port: string, call: () => unknown): Promise<never> => {
  life.where = `${awaitPoint(port)} ${life.after ? 'after' : 'before'}`;
  if (life.after) await call();
  life.die();
  return forever();
};

const callMortally = (life: Mortality, port: string, call: () => unknown): Promise<unknown> => {
  if (life.dead) return forever();
  life.calls += 1;
  life.onCall?.(port);
  if (life.calls === life.fatal) return dieHere(life, port, call);
  return answerWhileAlive(life, call);
};

const answerWhileAlive = async (life: Mortality, call: () => unknown): Promise<unknown> => {
  const answer = await call();
  return life.dead ? forever() : answer;
};

/**
 * The same port, whose asynchronous calls end with the life. Plain calls (`now`, `commitUrl`) are left alone. What an
 * engine has done between two calls of its ports is in memory only, so that dying at every call, before and after it
 * acts, is dying at every await.
 */
export const mortal = <Port extends object>(
  port: Port,
  life: Mortality,
  plain: readonly string[] = [],
  name = '',
): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      const path = name === '' ? String(key) : `${name}.${String(key)}`;
      if (typeof value === 'object' && value !== null) return mortal(value, life, plain, path);
      if (typeof value !== 'function' || plain.includes(String(key))) return value;
      return (...args: unknown[]) =>
        callMortally(life, path, () => (value as Call).apply(target, args));
    },
  });
