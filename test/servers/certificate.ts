import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export type Certificate = { key: Buffer; cert: Buffer };

const NAMES = [
  'github.com',
  '*.github.com',
  '*.githubassets.com',
  '*.atlassian.net',
  '*.acme.test',
  'localhost',
];

/** A self-signed certificate for every host that the page server plays, new for each run. Needs the openssl program. */
export function makeCertificate(): Certificate {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-certificate-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const names = NAMES.map((name) => `DNS:${name}`).join(',');
  try {
    execFileSync(
      'openssl',
      [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', key, '-out', cert, '-days', '2', '-subj', '/CN=milepost.test'],
        ...['-addext', `subjectAltName=${names},IP:127.0.0.1`],
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    return { key: readFileSync(key), cert: readFileSync(cert) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
