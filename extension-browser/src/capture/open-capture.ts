import type { PageContext } from '@milepost/shared/context/context';
import { element, onTrustedClick } from '../draw/element.ts';
import { linkIssues } from '../jira/jira-rest.ts';
import { askFromPage } from '../messages/ask-background.ts';
import type { CaptureAnswer, DependencyForm, FormChoices } from '../messages/message.ts';
import { words } from '../words.ts';
import { makeDependencyFields } from './dependency-form.ts';
import { button, type Dialog, makeDialog } from './dialog.ts';
import type { FieldParts } from './field.ts';
import { makeRiskFields } from './risk-fields.ts';
import { type LinkWish, showProgress } from './show-progress.ts';

type Fields = {
  body: readonly Node[];
  isTyped(): boolean;
  check(): readonly FieldParts[];
  /** A title alone can be saved as a draft. */
  hasTitle(): boolean;
  save(): Promise<CaptureAnswer | undefined>;
  wish(): LinkWish | undefined;
};

/** Opens *Tag dependency* or *Capture risk* over the page it is about. */
export async function openCapture(
  kind: 'dependency' | 'risk',
  page: PageContext,
  root: ShadowRoot,
  opener: HTMLElement,
  outer: AbortSignal,
): Promise<void> {
  if (root.querySelector('dialog')) return;
  const choices = await askFromPage({ type: 'choices', page });
  const [first] = choices ?? [];
  if (!first || outer.aborted) return;
  const ending = new AbortController();
  const signal = AbortSignal.any([outer, ending.signal]);
  const key = page.key ?? `#${page.number}`;
  const fields = kind === 'risk' ? riskOf(page, first) : dependencyOf(key, page, first, signal);
  const title = kind === 'risk' ? words.captureRisk : words.tagDependency;
  const about = `${key} ${page.title ?? ''}`.trim();
  const dialog = makeDialog(title, about, () => fields.isTyped(), opener, signal);
  dialog.element.addEventListener('close', () => ending.abort(), { once: true });
  dialog.body.append(...fields.body);
  fillFooter(kind, dialog, fields, page, first, signal);
  root.append(dialog.element);
  dialog.element.showModal();
}

function dependencyOf(
  key: string,
  page: PageContext,
  choices: FormChoices,
  signal: AbortSignal,
): Fields {
  const fields = makeDependencyFields(key, choices, signal);
  return {
    ...fields,
    hasTitle: () => fields.read().title.length >= 3,
    save: () =>
      askFromPage({ type: 'tag-dependency', page, program: choices.program, form: fields.read() }),
    wish: () => (fields.wantsLink() ? wishOf(key, fields.read(), signal) : undefined),
  };
}

function wishOf(key: string, form: DependencyForm, signal: AbortSignal): LinkWish | undefined {
  const other = form.otherItem;
  if (!other) return undefined;
  const [provider, consumer] = form.side === 'needs' ? [other, key] : [key, other];
  return {
    text: words.isBlockedBy(consumer, provider),
    make: () => linkIssues(provider, consumer, signal),
  };
}

function riskOf(page: PageContext, choices: FormChoices): Fields {
  const fields = makeRiskFields(choices);
  return {
    ...fields,
    hasTitle: () => fields.check().length === 0,
    save: () =>
      askFromPage({ type: 'capture-risk', page, program: choices.program, form: fields.read() }),
    wish: () => undefined,
  };
}

function fillFooter(
  kind: 'dependency' | 'risk',
  dialog: Dialog,
  fields: Fields,
  page: PageContext,
  choices: FormChoices,
  signal: AbortSignal,
): void {
  const said = element('span', { class: 'grow', role: 'status' }, words.writesTo(choices.name));
  const cancel = button(words.cancel, 'btn');
  const draft = button(words.saveDraft, 'btn');
  const save = button(kind === 'risk' ? words.saveRisk : words.saveDependency, 'btn primary');
  draft.hidden = true;
  const send = async () => {
    save.disabled = true;
    const wish = fields.wish();
    const answer = await fields.save();
    save.disabled = false;
    if (answer?.ok) {
      const program = { key: choices.program, name: choices.name };
      return showProgress(dialog, page, program, answer.value, wish, signal);
    }
    const { title, text } = answer?.error ?? words.noAnswer;
    said.replaceChildren(element('b', {}, title), ` ${text}`);
  };
  const trySave = () => {
    const wrong = fields.check();
    if (!wrong.length) return void send();
    said.textContent = words.needAttention(wrong.length);
    draft.hidden = !fields.hasTitle();
    wrong[0]?.control.focus();
  };
  onTrustedClick(cancel, () => dialog.close(), signal);
  onTrustedClick(draft, () => void send(), signal);
  onTrustedClick(save, trySave, signal);
  dialog.element.addEventListener(
    'keydown',
    (event) => {
      if (event.isTrusted && event.key === 'Enter' && (event.ctrlKey || event.metaKey)) trySave();
    },
    { signal },
  );
  dialog.footer.append(said, cancel, draft, save);
}
