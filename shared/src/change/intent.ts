import type { SignOffGate } from './intents/sign-off.ts';
import type { TagDependency } from './intents/tag-dependency.ts';
import type { VerifyCriterion } from './intents/verify-criterion.ts';

/** Everything a person can want to do to a program (rulings C7), by its name. */
export type Intent = SignOffGate | TagDependency | VerifyCriterion;

export type IntentName = Intent['intent'];
export type IntentOf<Name extends IntentName> = Extract<Intent, { intent: Name }>;
