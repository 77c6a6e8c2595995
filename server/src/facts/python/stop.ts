import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { startCommands, startScriptMatcher } from '../../syntax/start-command.js';
import type { Evidence } from '../evidence.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** The image or the command says on which signal uWSGI ends. */
    'uwsgi.stop-signal': Evidence;
  }
}

/** Where something else than its configuration file lets uWSGI end when it is asked to. */
export const uwsgiStopFacts: FactExtractor = {
  kinds: ['uwsgi.stop-signal'],
  matchers: [
    ...startCommands<FactFileContext>([['die-on-term']], (command, cx) => {
      if (/--die-on-term\b/.test(command.text)) cx.emit('uwsgi.stop-signal', command.at, { via: '--die-on-term' });
    }),
    startScriptMatcher<FactFileContext>([['die-on-term']], ({ text }, cx) => {
      const at = text.indexOf('--die-on-term');
      if (at >= 0) cx.emit('uwsgi.stop-signal', { start: at, end: at + '--die-on-term'.length }, { via: '--die-on-term' });
    }),
    factMatcher({
      language: 'dockerfile', needles: [['STOPSIGNAL'], ['UWSGI_DIE_ON_TERM']],
      on: {
        file(_node, cx) {
          const found = /^[ \t]*(?:STOPSIGNAL[ \t]+(?:SIG)?(?:INT|QUIT)|ENV[ \t][^\n]*UWSGI_DIE_ON_TERM)/im.exec(cx.text);
          if (found) cx.emit('uwsgi.stop-signal', { start: found.index, end: found.index + found[0].length }, { via: found[0].trim() });
        },
      },
    }),
  ],
};
