import { expect, test } from 'vitest';
import { reportCrash } from './report-crash.ts';

function reported(error: unknown) {
  const logged: (Error | string)[] = [];
  const said: string[] = [];
  reportCrash('milepost.signOffGate', error, {
    log: { error: (line) => logged.push(line) },
    say: (text) => said.push(text),
  });
  return { logged, said };
}

test('a crash is told to the person and logged whole, with the command it stopped', () => {
  const error = new Error('no such gate');
  expect(reported(error)).toEqual({
    logged: ['milepost.signOffGate failed: no such gate', error],
    said: ['Milepost could not finish: no such gate'],
  });
});

test('what was thrown without being an error is told and logged too', () => {
  expect(reported('gone')).toEqual({
    logged: ['milepost.signOffGate failed: gone'],
    said: ['Milepost could not finish: gone'],
  });
});

test('a link in the message of an error stays text', () => {
  expect(reported(new Error('[x](command:quit)')).said).toEqual([
    'Milepost could not finish: [x] (command:quit)',
  ]);
});
