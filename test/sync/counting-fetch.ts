/** A `fetch` that counts requests and the bytes of their bodies, both ways. */
export const countingFetch = () => {
  const sum = { requests: 0, up: 0, down: 0 };
  const counted = async (url: string, init: RequestInit): Promise<Response> => {
    const response = await fetch(url, init);
    const body = new Uint8Array(await response.arrayBuffer());
    sum.requests += 1;
    sum.up += init.body instanceof Uint8Array ? init.body.length : 0;
    sum.down += body.length;
    return new Response(body, { status: response.status, headers: response.headers });
  };
  /** What was counted since the last call. */
  const lap = () => {
    const { requests, up, down } = sum;
    Object.assign(sum, { requests: 0, up: 0, down: 0 });
    return { requests, bytes: up + down };
  };
  return { fetch: counted, lap };
};
