import { maskSecrets } from '../base/secrets.js';
import { factMatcher, type FactExtractor } from '../contract/rule.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A process type of a Procfile, at its name. */
    'procfile.process': { readonly name: string; readonly command: string };
  }
}

/** `procfile.process`: what a platform starts, each in processes of its own: `web`, `worker`, `clock`. */
export const procfileFacts: FactExtractor = {
  kinds: ['procfile.process'],
  matchers: [factMatcher({
    language: 'lines', files: ['**/Procfile'], needles: 'always',
    on: {
      file({ lines }, cx) {
        for (const { text, start } of lines) {
          const [, name, command] = /^([A-Za-z][\w-]*):\s*(\S.*)$/.exec(text) ?? [];
          if (name !== undefined && command !== undefined) cx.emit('procfile.process', { start, end: start + name.length }, { name, command: maskSecrets(command.trim()) });
        }
      },
    },
  })],
};
