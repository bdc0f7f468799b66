import { expect as expectOfVitest } from 'vitest';
import { playDescribe, playTest } from './played-tests.ts';

/** What tests of the core import as `vitest` while mutants are judged: the real `expect`, tests that wait to be run. */
export const expect = expectOfVitest;
export const test = playTest;
export const describe = playDescribe;
