/** Files that break a reader, by path below the program folder, each with what the settings page must say about it. */
export type BadFile = { path: string; text: string; place: string; says: RegExp };

const title = 'Written by hand';
const head = (id: string) => `id: ${id}\ntitle: ${title}\n`;

/** Nine aliases of nine aliases and so on: 9^9 values in 500 characters. */
const aliasBomb = (): string => {
  const rows = ['a0: &a0 [x,x,x,x,x,x,x,x,x]'];
  for (let level = 1; level < 9; level++)
    rows.push(
      `a${level}: &a${level} [${Array(9)
        .fill(`*a${level - 1}`)
        .join(',')}]`,
    );
  return `${head('R-904')}${rows.join('\n')}\n`;
};

export const BAD_FILES: readonly BadFile[] = [
  {
    path: 'risks/R-901.yaml',
    text: `${head('R-901')}status: [open\n`,
    place: 'risks/R-901.yaml, line ',
    says: /This is no YAML/,
  },
  {
    path: 'risks/R-902.yaml',
    text: `${head('R-902')}status: open\nstatus: closed\n`,
    place: 'risks/R-902.yaml, line 4',
    says: /A key is there twice/,
  },
  {
    path: 'risks/R-903.yaml',
    text: `${head('R-903')}description: ${'5 megabytes '.repeat(440_000)}\n`,
    place: 'risks/R-903.yaml',
    says: /too large/,
  },
  {
    path: 'risks/R-904.yaml',
    text: aliasBomb(),
    place: 'risks/R-904.yaml',
    says: /aliases/,
  },
  {
    path: 'risks/R-905.yaml',
    text: head('../../x'),
    place: 'risks/R-905.yaml, line 1',
    says: /\.\.\/\.\.\/x/,
  },
  {
    path: 'risks/R-906.yaml',
    text: `${head('R-906')}custom: !!js/function "function(){ steal() }"\n`,
    place: 'risks/R-906.yaml, line 3',
    says: /Tags are not read/,
  },
];

/** Readable, and hostile: its title is markup, its link a script. */
export const HOSTILE_RISK = `id: R-907
title: <img src=x onerror="document.title='taken'"><script>document.title='taken'</script>
status: proposed
workstream: program
external:
  - {system: github, key: "acme/pay#907", role: discusses}
  - {system: url, key: "javascript:document.title='taken'", url: "javascript:document.title='taken'", role: discusses}
`;
