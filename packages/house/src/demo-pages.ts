import { hasData } from '../../../test/servers/data-folder.ts';

export type DemoPage = {
  /** Name of the picture. */
  name: string;
  title: string;
  /** Address of an outside page, or name of a page of the extension. */
  at: { url: string } | { own: string };
};

const GITHUB = 'https://github.com';
const JIRA = 'https://acme.atlassian.net';

/** The tour: what each of the four people sees. Captured pages only where the real data is. */
export function demoPages(): DemoPage[] {
  const captured: DemoPage[] = [
    {
      name: 'github-captured-pull',
      title: 'A captured pull request page of GitHub',
      at: { url: `${GITHUB}/mergify-sandbox/browser-extension-fixtures/pull/6` },
    },
    {
      name: 'jira-board',
      title: 'A Jira board',
      at: { url: `${JIRA}/jira/software/c/projects/ABC/boards/1` },
    },
  ];
  return [
    { name: 'options', title: 'The connected program', at: { own: 'options' } },
    { name: 'jira-issue', title: 'A Jira issue', at: { url: `${JIRA}/browse/PAY-12` } },
    {
      name: 'github-pull',
      title: 'A pull request that serves it',
      at: { url: `${GITHUB}/acme/pay/pull/52` },
    },
    {
      name: 'github-pulls',
      title: 'A list of pull requests',
      at: { url: `${GITHUB}/acme/pay/pulls` },
    },
    {
      name: 'github-unrelated',
      title: 'A repository no program names: nothing is added',
      at: { url: `${GITHUB}/acme/unrelated/pull/1` },
    },
    ...(hasData() ? captured : []),
    { name: 'popup', title: 'The popup', at: { own: 'popup' } },
    { name: 'dashboard', title: 'The dashboard', at: { own: 'dashboard' } },
  ];
}
