import { element } from '../draw/element.ts';
import { drawKind } from '../draw/glyph.ts';
import type { DependencyForm, FormChoices } from '../messages/message.ts';
import { words } from '../words.ts';
import { checkNeedBy } from './check-need-by.ts';
import { choiceBox, type FieldParts, makeField, textBox } from './field.ts';
import { type IssuePicker, makeIssuePicker } from './issue-picker.ts';
import { sayDependency } from './sentence.ts';
import { makeSideSwitch, type Side } from './side-switch.ts';

export type DependencyFields = {
  body: readonly Node[];
  read(): DependencyForm;
  /** True when the person asks for the Jira link and named the other issue. */
  wantsLink(): boolean;
  isTyped(): boolean;
  /** Marks what is missing; the fields that need attention, first one first. */
  check(): readonly FieldParts[];
};

type Fields = {
  title: FieldParts;
  issue: FieldParts;
  team: FieldParts;
  needBy: FieldParts;
  milestone: FieldParts;
  type: FieldParts;
  late: FieldParts;
  done: FieldParts;
};

function makeFields(choices: FormChoices, picker: IssuePicker): Fields {
  const teams = choices.teams
    .filter((team) => team.id !== choices.team)
    .map((team) => ({ value: team.id, text: words.teamChoice(team) }));
  const milestones = choices.milestones.map((milestone) => ({
    value: milestone.id,
    text: `${milestone.id} ${milestone.title}`,
  }));
  const types = choices.types.map((type) => ({ value: type, text: words.dependencyType(type) }));
  const date = element('input', { type: 'date', min: choices.today });
  const issue = makeField(words.theirIssue, words.optional, picker.box);
  issue.box.append(picker.list);
  const fields = {
    title: makeField(words.whatExactly, undefined, textBox(words.deliverable)),
    issue,
    team: makeField(words.teamThatProvides, undefined, choiceBox(words.chooseTeam, teams)),
    needBy: makeField(words.neededBy, undefined, date),
    milestone: makeField(
      words.forMilestone,
      undefined,
      choiceBox(words.noMilestone, milestones, choices.milestone),
    ),
    type: makeField(words.type, undefined, choiceBox(words.technical, types)),
    late: makeField(words.ifLate, undefined, choiceBox(words.notSaid, words.criticalities)),
    done: makeField(words.doneWhen, words.optional, textBox(words.donePlaceholder, 1000)),
  };
  if (choices.milestoneReason) fields.milestone.say({ note: choices.milestoneReason });
  return fields;
}

const chosenIn = (field: FieldParts): string | undefined => field.control.value.trim() || undefined;

function readFields(
  side: Side,
  fields: Fields,
  picker: IssuePicker,
  choices: FormChoices,
): DependencyForm {
  const given = {
    otherItem: picker.key(),
    otherTeam: chosenIn(fields.team),
    ownTeam: choices.team,
    needBy: chosenIn(fields.needBy),
    milestone: chosenIn(fields.milestone),
    type: chosenIn(fields.type),
    criticality: chosenIn(fields.late),
    acceptance: chosenIn(fields.done),
  };
  const filled = Object.entries(given).filter(([, value]) => value !== undefined);
  return {
    side,
    title: fields.title.control.value.trim(),
    ...(Object.fromEntries(filled) as Partial<DependencyForm>),
  };
}

function checkFields(fields: Fields, choices: FormChoices): readonly FieldParts[] {
  const wrong: FieldParts[] = [];
  const judge = (field: FieldParts, error: string | undefined) => {
    if (error) wrong.push(field);
    field.say(error ? { error } : undefined);
  };
  judge(fields.title, fields.title.control.value.trim().length < 3 ? words.sayWhat : undefined);
  judge(fields.team, chosenIn(fields.team) ? undefined : words.chooseWho);
  const day = chosenIn(fields.needBy);
  if (!day) judge(fields.needBy, words.chooseDate);
  else {
    const said = checkNeedBy(day, choices);
    if ('error' in said) judge(fields.needBy, said.error);
    else fields.needBy.say({ note: said.note });
  }
  return wrong;
}

const half = (...fields: readonly FieldParts[]): HTMLElement =>
  element('div', { class: 'two' }, ...fields.map((field) => field.box));

/** The sentence that says what will be written; `show` rewrites it. */
function makeSentence(choices: FormChoices, key: string) {
  const sentence = element('p', { class: 'sentence' });
  const show = (form: DependencyForm) => {
    const parts = sayDependency(form, choices, key).map((part) =>
      part.said ? element('b', {}, part.text) : part.text,
    );
    sentence.replaceChildren(drawKind(form.side, 'low'), element('span', {}, ...spaced(parts)));
  };
  return { sentence, show };
}

/** The wish for a Jira link; it can be had once the other issue is named. */
function makeLinkBox(key: string) {
  const text = element('span', {});
  const box = element('input', { type: 'checkbox' });
  const row = element('label', { class: 'check' }, box, text);
  const show = (form: DependencyForm) => {
    text.textContent = words.alsoLink(form.side, key, form.otherItem);
    box.disabled = !form.otherItem;
  };
  return { row, show, isWanted: () => box.checked && !box.disabled };
}

const rowsOf = (fields: Fields): readonly Node[] => [
  fields.title.box,
  half(fields.issue, fields.team),
  half(fields.needBy, fields.milestone),
  half(fields.type, fields.late),
  fields.done.box,
];

/** The fields of *Tag dependency* (design picture 10), with the sentence that says what will be written. */
export function makeDependencyFields(
  key: string,
  choices: FormChoices,
  signal: AbortSignal,
): DependencyFields {
  let side: Side = 'needs';
  const { sentence, show: showSentence } = makeSentence(choices, key);
  const link = makeLinkBox(key);
  const refresh = () => {
    const form = read();
    showSentence(form);
    link.show(form);
  };
  const picker = makeIssuePicker(key, () => refresh(), signal);
  const fields = makeFields(choices, picker);
  const read = () => readFields(side, fields, picker, choices);
  const choose = (chosen: Side) => {
    side = chosen;
    const label = fields.team.box.querySelector('label');
    if (label) label.textContent = words.teamOf(side);
    refresh();
  };
  const sides = makeSideSwitch(key, choose, signal);
  const before = JSON.stringify(read());
  for (const field of Object.values(fields)) {
    field.control.addEventListener('input', refresh, { signal });
  }
  const judge = () => judgeDate(fields.needBy, choices);
  fields.needBy.control.addEventListener('change', judge, { signal });
  return {
    body: [sides, sentence, ...rowsOf(fields), link.row],
    read,
    wantsLink: link.isWanted,
    isTyped: () => JSON.stringify(read()) !== before,
    check: () => checkFields(fields, choices),
  };
}

/** A date is judged as soon as it was chosen, not only at the first try to save. */
function judgeDate(field: FieldParts, choices: FormChoices): void {
  const day = chosenIn(field);
  field.say(day ? checkNeedBy(day, choices) : undefined);
}

const spaced = (parts: readonly (Node | string)[]): (Node | string)[] =>
  parts.flatMap((part, index) => (index === 0 ? [part] : [' ', part]));
