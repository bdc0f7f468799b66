/** The colour scheme a host page shows now: GitHub and Jira say it on `<html>`, `auto` follows the system. */
export function readColorScheme(page: Document): 'light' | 'dark' {
  const root = page.documentElement;
  const mode = root.dataset.colorMode;
  const systemDark = page.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;
  const dark = mode === 'dark' || (mode !== 'light' && systemDark);
  // GitHub lets a person choose which theme stands for day and for night, and both may be dark.
  const theme = dark ? root.dataset.darkTheme : root.dataset.lightTheme;
  if (theme) return theme.startsWith('dark') ? 'dark' : 'light';
  return dark ? 'dark' : 'light';
}

/** Copies the page's scheme to our host elements now and whenever the page or the system changes it. */
export function followColorScheme(
  apply: (scheme: 'light' | 'dark') => void,
  signal: AbortSignal,
): void {
  const tell = () => apply(readColorScheme(document));
  const observer = new MutationObserver(tell);
  observer.observe(document.documentElement, {
    attributes: true,
    attributeFilter: ['data-color-mode', 'data-light-theme', 'data-dark-theme'],
  });
  signal.addEventListener('abort', () => observer.disconnect());
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', tell, { signal });
  tell();
}
