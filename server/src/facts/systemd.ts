import { maskSecrets } from '../base/secrets.js';
import type { Span } from '../base/text.js';
import type { TextLine } from '../contract/nodes.js';
import { factMatcher, type FactExtractor } from '../contract/rule.js';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** A unit of systemd that starts a program on one host, at its command. */
    'systemd.unit': {
      /** What it runs, without systemd's prefixes. */
      readonly command: string;
      readonly user?: string;
      readonly directory?: string;
      /** `Restart=`, `no` when it is not set. */
      readonly restart: string;
      /** `Type=oneshot`: work that ends, mostly started by a timer. */
      readonly oneshot: boolean;
    };
  }
}

interface Option {
  readonly value: string;
  readonly at: Span;
}

/** Options of the `[Service]` section; a backslash at the end of a line goes on in the next one. */
function serviceOptions(lines: readonly TextLine[]): ReadonlyMap<string, Option> {
  const options = new Map<string, Option>();
  let section = '';
  for (const [index, { text, start }] of lines.entries()) {
    section = /^\s*\[(\w+)\]/.exec(text)?.[1] ?? section;
    const [, before = '', name = '', between = '', first = ''] = section === 'Service' ? (/^(\s*)(\w+)(\s*=\s*)(.*)$/.exec(text) ?? []) : [];
    if (name === '' || options.has(name)) continue;
    let value = first;
    for (let next = index + 1; value.endsWith('\\') && lines[next]; next++) value = `${value.slice(0, -1).trimEnd()} ${lines[next]?.text.trim() ?? ''}`;
    const at = start + before.length + name.length + between.length;
    options.set(name, { value: value.trim(), at: { start: at, end: Math.max(at + 1, start + text.trimEnd().length) } });
  }
  return options;
}

/** `systemd.unit`: programs that units of the repository start. */
export const systemdFacts: FactExtractor = {
  kinds: ['systemd.unit'],
  matchers: [factMatcher({
    language: 'lines', files: ['**/*.service'], needles: [['ExecStart']],
    on: {
      file({ lines }, cx) {
        const options = serviceOptions(lines);
        const start = options.get('ExecStart');
        if (!start || start.value === '') return;
        const [user, directory] = [options.get('User')?.value, options.get('WorkingDirectory')?.value];
        cx.emit('systemd.unit', start.at, {
          command: maskSecrets(start.value.replace(/^[@\-:+!|]+/, '')), restart: options.get('Restart')?.value ?? 'no', oneshot: options.get('Type')?.value === 'oneshot',
          ...(user === undefined ? {} : { user }), ...(directory === undefined ? {} : { directory }),
        });
      },
    },
  })],
};
