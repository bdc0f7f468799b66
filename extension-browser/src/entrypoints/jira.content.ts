import { defineContentScript } from 'wxt/utils/define-content-script';
import '../draw/jira-room.css';
import card from '../draw/card.css?inline';
import contrast from '../draw/contrast.css?inline';
import dialog from '../draw/dialog.css?inline';
import form from '../draw/form.css?inline';
import parts from '../draw/parts.css?inline';
import tokens from '../draw/tokens-jira.css?inline';
import { startIssueStrip } from '../features/issue-strip.ts';

export default defineContentScript({
  matches: ['https://*.atlassian.net/*'],
  excludeMatches: ['https://*.atlassian.net/wiki/*'],
  runAt: 'document_start',
  main(context) {
    startIssueStrip(`${tokens}${contrast}${parts}${card}${form}${dialog}`, context.signal);
  },
});
