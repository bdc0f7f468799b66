import type { RequestListener } from 'node:http';
import type { Socket } from 'node:net';

/** Counts what a server takes and gives, heads and bodies, at its sockets: the same for every client. */
export const countTraffic = () => {
  const sockets = new Set<Socket>();
  let requests = 0;
  let counted = 0;
  const total = () =>
    [...sockets].reduce((sum, socket) => sum + socket.bytesRead + socket.bytesWritten, 0);
  const wrap =
    (listener: RequestListener): RequestListener =>
    (request, response) => {
      sockets.add(request.socket);
      requests += 1;
      listener(request, response);
    };
  /** What was counted since the last call. */
  const lap = () => {
    const figures = { requests, bytes: total() - counted };
    counted = total();
    requests = 0;
    return figures;
  };
  return { wrap, lap };
};
