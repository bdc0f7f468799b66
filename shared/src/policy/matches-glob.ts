import picomatch from 'picomatch/posix.js';

const LONGEST = 200;

/** Whether a text fits a glob; globs from repository text are capped and never regular expressions (rulings E3). */
export const matchesGlob = (glob: string, text: string): boolean =>
  glob.length <= LONGEST &&
  text.length <= 1000 &&
  picomatch.isMatch(text, glob, { noextglob: true, dot: true });
