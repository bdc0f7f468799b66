import { expect, test } from 'vitest';
import { githubAddress, isGithubUrl } from './github-address.ts';

test('each GitHub has its own two doors', () => {
  expect(githubAddress('https://github.com/acme/plan.git')).toEqual({
    owner: 'acme',
    name: 'plan',
    rest: 'https://api.github.com',
    graphql: 'https://api.github.com/graphql',
    web: 'https://github.com/acme/plan',
  });
  expect(githubAddress('https://acme.ghe.com/o/r/')).toMatchObject({
    rest: 'https://api.acme.ghe.com',
    graphql: 'https://api.acme.ghe.com/graphql',
  });
  expect(githubAddress('https://git.acme.example:8443/o/r')).toMatchObject({
    rest: 'https://git.acme.example:8443/api/v3',
    graphql: 'https://git.acme.example:8443/api/graphql',
  });
});

test('what is no repository has no doors', () => {
  const none = [
    'nothing',
    'ftp://github.com/a/b',
    'https://github.com/a',
    'https://github.com/a/b/c',
  ];
  for (const url of [...none, 'https://github.com/../..', 'https://github.com/a/%2e%2e'])
    expect(githubAddress(url), url).toBeUndefined();
});

test('a server is taken for GitHub by its name only where the name is GitHub’s', () => {
  expect(isGithubUrl('https://github.com/a/b')).toBe(true);
  expect(isGithubUrl('https://acme.ghe.com/a/b')).toBe(true);
  for (const url of ['http://github.com/a/b', 'https://github.com.evil.example/a/b', 'x'])
    expect(isGithubUrl(url), url).toBe(false);
});
