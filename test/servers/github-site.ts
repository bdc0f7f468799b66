import { GITHUB_PAGES } from '../browser/github-pages.ts';
import { readData } from './data-folder.ts';
import {
  OWN_STYLE,
  type OwnPull,
  ownPullList,
  ownPullPage,
  TURBO_SCRIPT,
} from './own-github-pages.ts';
import { htmlPage, notFound, type Page } from './page.ts';

/** The shape of github.com's own policy: nothing by default, no inline script. No captured page carries it. */
export const GITHUB_CSP: string = [
  "default-src 'none'",
  "base-uri 'self'",
  'child-src github.githubassets.com github.com/assets/',
  "connect-src 'self' uploads.github.com collector.github.com raw.githubusercontent.com api.github.com wss://alive.github.com",
  'font-src github.githubassets.com',
  "form-action 'self' github.com",
  "frame-ancestors 'none'",
  'frame-src viewscreen.githubusercontent.com',
  "img-src 'self' data: blob: github.githubassets.com *.githubusercontent.com",
  "manifest-src 'self'",
  'media-src github.com *.githubusercontent.com',
  'script-src github.githubassets.com',
  "style-src 'unsafe-inline' github.githubassets.com",
  'upgrade-insecure-requests',
  'worker-src github.githubassets.com github.com/assets/',
].join('; ');

const HEADERS = {
  'content-security-policy': GITHUB_CSP,
  'strict-transport-security': 'max-age=31536000; includeSubdomains; preload',
  'x-frame-options': 'deny',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'origin-when-cross-origin, strict-origin-when-cross-origin',
  'cache-control': 'no-store',
};
const PIXEL = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');

/** Pull requests of our own that the stories need, in repositories the example program names. */
export const OWN_PULLS: readonly OwnPull[] = [
  {
    repo: 'acme/pay',
    number: 52,
    title: 'PAY-12 Send settlement files through the new gateway',
    body: 'Moves the nightly file to the gateway client.',
    head: 'PAY-12-settlement-files',
  },
  {
    repo: 'acme/ledger',
    number: 91,
    title: 'PAY-31 Confirm the settlement file format',
    body: 'The schema of the nightly file, with an example.',
    head: 'PAY-31-file-format',
  },
  { repo: 'acme/pay', number: 53, title: 'Tidy the log lines', head: 'tidy-logs' },
  { repo: 'acme/unrelated', number: 1, title: 'A repository no program names', head: 'work' },
];

/** Shows a page as GitHub would send it: with a doctype (the captures lost it) and GitHub's headers. */
export const githubPage = (html: string): Page =>
  htmlPage(/^\s*<!doctype/i.test(html) ? html : `<!doctype html>\n${html}`, HEADERS);

function capturedPage(url: string): string | undefined {
  const bare = url.split('?')[0];
  const found =
    GITHUB_PAGES.find((page) => page.url === url) ?? GITHUB_PAGES.find((page) => page.url === bare);
  return found && readData('pages/github', found.file);
}

function ownPage(path: string): string | undefined {
  const [, owner, name, kind, number] = path.split('?')[0]?.split('/') ?? [];
  const repo = `${owner}/${name}`;
  const pulls = OWN_PULLS.filter((pull) => pull.repo === repo);
  if (kind === 'pulls' && pulls.length > 0) return ownPullList(repo, pulls);
  const pull = pulls.find((each) => each.number === Number(number));
  return kind === 'pull' && pull ? ownPullPage(pull) : undefined;
}

/** What github.com answers at a path: a captured page at its real address, a page of ours, or 404. */
export function answerGithub(path: string): Page {
  const html = capturedPage(`https://github.com${path}`) ?? ownPage(path);
  return html === undefined ? notFound : githubPage(html);
}

/** What github.githubassets.com answers: the captures name some sixty files, all empty but our own script and style. */
export function answerGithubAssets(path: string): Page {
  const headers = { 'access-control-allow-origin': '*' };
  const bare = path.split('?')[0] ?? '';
  if (bare.endsWith('.css')) {
    const body = bare === '/assets/site.css' ? OWN_STYLE : '';
    return { status: 200, type: 'text/css', body, headers };
  }
  if (bare.endsWith('.js')) {
    const body = bare === '/assets/turbo.js' ? TURBO_SCRIPT : '';
    return { status: 200, type: 'text/javascript', body, headers };
  }
  return { status: 200, type: 'image/gif', body: PIXEL, headers };
}
