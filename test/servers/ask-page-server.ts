import { request } from 'node:https';
import { text } from 'node:stream/consumers';

export type Asked = { status: number; headers: NodeJS.Dict<string | string[]>; body: string };

/** Asks the page server for an address as a browser would that maps every host to it. */
export function askPageServer(
  port: number,
  url: string,
  ask: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<Asked> {
  const { host, pathname, search } = new URL(url);
  return new Promise((done, fail) => {
    const call = request(
      {
        ...{ port, host: '127.0.0.1', path: `${pathname}${search}`, method: ask.method ?? 'GET' },
        headers: { ...ask.headers, host },
        rejectUnauthorized: false,
      },
      (response) => {
        text(response).then(
          (body) => done({ status: response.statusCode ?? 0, headers: response.headers, body }),
          fail,
        );
      },
    );
    call.once('error', fail);
    call.end(ask.body);
  });
}
