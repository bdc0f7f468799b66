import type { FormChoices, RiskForm } from '../messages/message.ts';
import { words } from '../words.ts';
import { choiceBox, type FieldParts, makeField, textBox } from './field.ts';

export type RiskFields = {
  body: readonly Node[];
  read(): RiskForm;
  isTyped(): boolean;
  check(): readonly FieldParts[];
};

/** Capture of a risk asks for a title; the rest is asked when somebody opens it (rulings B4). */
export function makeRiskFields(choices: FormChoices): RiskFields {
  const title = makeField(words.riskTitle, undefined, textBox(words.riskPlaceholder));
  const effect = makeField(words.riskEffect, words.optional, textBox('', 1000));
  const milestones = choices.milestones.map((milestone) => ({
    value: milestone.id,
    text: `${milestone.id} ${milestone.title}`,
  }));
  const milestone = makeField(
    words.riskMilestone,
    words.optional,
    choiceBox(words.noMilestone, milestones, choices.milestone),
  );
  const textOf = (field: FieldParts) => field.control.value.trim();
  return {
    body: [title.box, effect.box, milestone.box],
    read: () => ({
      title: textOf(title),
      ...(textOf(effect) && { effect: textOf(effect) }),
      ...(textOf(milestone) && { milestone: textOf(milestone) }),
    }),
    isTyped: () => !!textOf(title) || !!textOf(effect),
    check() {
      const short = textOf(title).length < 3;
      title.say(short ? { error: words.riskSay } : undefined);
      return short ? [title] : [];
    },
  };
}
