import type { Gate } from '../record/gate.ts';
import type { SignalView } from './signal-view.ts';

/** Gates still ahead: drafted, defined or in review. */
export const openGates = (view: SignalView): readonly Gate[] =>
  view.all('gate').filter(({ status }) => status !== 'decided' && status !== 'closed');

/** Gates whose criteria are settled and being worked on. */
export const workedGates = (view: SignalView): readonly Gate[] =>
  openGates(view).filter(({ status }) => status !== 'draft');
