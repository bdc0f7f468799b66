import { createServer } from 'node:http';
import { type AddressInfo, connect, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';

export type ConnectProxy = {
  port: number;
  /** Every `host:port` that was asked for. */
  hosts: Set<string>;
  /** True cuts every open connection and refuses new ones. */
  setOffline(offline: boolean): void;
  close(): Promise<void>;
};

/** A CONNECT proxy that sends every host to one local port, because Firefox has no --host-resolver-rules. */
export async function startConnectProxy(targetPort: number): Promise<ConnectProxy> {
  const hosts = new Set<string>();
  const open = new Set<Duplex>();
  let offline = false;
  const server = createServer((_request, response) => response.writeHead(502).end());
  server.on('connect', (request, client: Duplex, head: Buffer) => {
    if (offline) return void client.destroy();
    hosts.add(request.url ?? '');
    const upstream = connect(targetPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 OK\r\n\r\n');
      upstream.write(head);
      upstream.pipe(client).pipe(upstream);
    });
    tie(client, upstream, open);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cut = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    hosts,
    setOffline(value) {
      offline = value;
      if (value) cut();
    },
    close() {
      cut();
      return new Promise((done) => server.close(() => done()));
    },
  };
}

/** When one end goes, the other goes too; a reset by the browser is no fault of ours. */
function tie(client: Duplex, upstream: Socket, open: Set<Duplex>): void {
  for (const socket of [client, upstream]) {
    open.add(socket);
    const end = () => {
      open.delete(socket);
      client.destroy();
      upstream.destroy();
    };
    socket.on('error', end);
    socket.on('close', end);
  }
}
