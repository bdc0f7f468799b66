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
};

export const mortality = (fatal: number, after: boolean): Mortality => {
  const life: Mortality = {
    calls: 0,
    fatal,
    after,
    died: Promise.resolve(),
    die: () => undefined,
    dead: false,
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

const callMortally = async (life: Mortality, call: () => unknown): Promise<unknown> => {
  if (life.dead) return forever();
  life.calls += 1;
  if (life.calls !== life.fatal) {
    const answer = await call();
    return life.dead ? forever() : answer;
  }
  if (life.after) await call();
  life.die();
  return forever();
};

/** The same port, whose asynchronous calls end with the life. Plain calls (`now`, `commitUrl`) are left alone. */
export const mortal = <Port extends object>(
  port: Port,
  life: Mortality,
  plain: readonly string[] = [],
): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const value: unknown = Reflect.get(target, key);
      if (typeof value === 'object' && value !== null) return mortal(value, life, plain);
      if (typeof value !== 'function' || plain.includes(String(key))) return value;
      return (...args: unknown[]) => callMortally(life, () => (value as Call).apply(target, args));
    },
  });
