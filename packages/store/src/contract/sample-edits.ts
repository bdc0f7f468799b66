import type { Edit } from '@milepost/shared/change/edit';

export const sampleCharter = {
  path: 'program.yaml',
  text: 'format: milepost/1\nname: Sample\nkey: sample\n',
};

export const sampleRisk = (number: number, title: string) => ({
  path: `risks/R-${number}.yaml`,
  text: `id: R-${number}\ntitle: ${title}\nstatus: proposed\n`,
});

/** Captures a risk under the number its author saw as free. */
export const createRisk = (number: number, title: string, effect?: string): Edit => ({
  intent: 'capture-risk',
  items: [`R-${number}`],
  summary: `Capture risk R-${number}`,
  files: [
    {
      kind: 'create',
      path: `risks/R-${number}.yaml`,
      id: `R-${number}`,
      data: { id: `R-${number}`, title, status: 'proposed', ...(effect && { effect }) },
    },
  ],
});

export const setTitle = (number: number, title: string, was: string): Edit => ({
  intent: 'edit-risk',
  items: [`R-${number}`],
  summary: `Rename risk R-${number}`,
  files: [
    {
      kind: 'change',
      path: `risks/R-${number}.yaml`,
      ops: [{ op: 'set', path: ['title'], value: title, was }],
    },
  ],
});

/** Adds a line to the log of a risk; `word` makes it recognisable. */
export const addEntry = (number: number, word: string): Edit => ({
  intent: 'add-note',
  items: [`R-${number}`],
  summary: `Note on R-${number}`,
  files: [
    {
      kind: 'change',
      path: `risks/R-${number}.yaml`,
      ops: [{ op: 'append', path: ['notes'], value: { at: '2026-03-01', text: word } }],
    },
  ],
});
