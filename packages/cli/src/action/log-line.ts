import { oneLine } from './markdown.ts';

/**
 * A line for the log of a workflow. The runner obeys lines that begin with `::` or hold `##[`, so repository text
 * must not be able to write either.
 */
export const logLine = (text: string): string =>
  oneLine(text, 500).replaceAll(/:(?=:)|##(?=\[)/g, (mark) => `${mark}\u200B`);
