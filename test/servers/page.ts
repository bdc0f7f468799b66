/** An answer of one of the played sites. */
export type Page = {
  status: number;
  type: string;
  body: string | Buffer;
  headers?: Record<string, string>;
};

export const htmlPage = (body: string, headers: Record<string, string> = {}): Page => ({
  status: 200,
  type: 'text/html; charset=utf-8',
  body,
  headers,
});

export const jsonPage = (value: unknown, status = 200): Page => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

export const notFound: Page = { status: 404, type: 'text/plain', body: 'not found' };

/** Text as it may stand in HTML or in a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
