/** Work that is done once and shared; what failed is forgotten, so that the next who asks tries again. */
export function onceUnlessFailed<Value>(work: () => Promise<Value>): () => Promise<Value> {
  let running: Promise<Value> | undefined;
  return () => {
    running ??= work().catch((error: unknown) => {
      running = undefined;
      throw error;
    });
    return running;
  };
}
