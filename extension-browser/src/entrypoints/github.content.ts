import { defineContentScript } from 'wxt/utils/define-content-script';
import '../draw/github-room.css';
import card from '../draw/card.css?inline';
import contrast from '../draw/contrast.css?inline';
import parts from '../draw/parts.css?inline';
import tokens from '../draw/tokens-github.css?inline';
import { startPullStrip } from '../features/pull-strip.ts';

export default defineContentScript({
  matches: ['https://github.com/*'],
  runAt: 'document_start',
  main(context) {
    startPullStrip(`${tokens}${contrast}${parts}${card}`, context.signal);
  },
});
