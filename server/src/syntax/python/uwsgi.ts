import type { Span } from '../../base/text.js';
import type { FileContext, Matcher, Needles, RuleFileContext } from '../../contract/rule.js';
import type { TextLine } from '../../contract/nodes.js';

/** One option of uWSGI as its configuration file gives it. */
export interface UwsgiOption {
  /** With hyphens, which uWSGI takes for underscores as well. */
  readonly name: string;
  /** `true` for an option that stands alone. */
  readonly value: string;
  readonly at: Span;
  readonly line: TextLine;
}

/** Options of the section `[uwsgi]`; comments and other sections are left out. */
export function uwsgiOptions(lines: readonly TextLine[]): readonly UwsgiOption[] {
  const found: UwsgiOption[] = [];
  let inside = false;
  for (const line of lines) {
    const section = /^\s*\[(\w+)/.exec(line.text)?.[1];
    if (section !== undefined) inside = section === 'uwsgi';
    const option = section === undefined && inside ? /^(\s*)([\w-]+)\s*(?:=\s*(.*?))?\s*$/.exec(line.text) : null;
    if (!option?.[2]) continue;
    const start = line.start + (option[1]?.length ?? 0);
    found.push({ name: option[2].replaceAll('_', '-'), value: option[3] ?? 'true', at: { start, end: start + option[2].length }, line });
  }
  return found;
}

/** Whether an option is switched on. */
export function isOn(options: readonly UwsgiOption[], name: string): boolean {
  return options.some((each) => each.name === name && !/^(?:false|0|no|off)$/i.test(each.value));
}

/** The name of the file is free; its section says what it is for. */
const files = ['**/*.ini', '**/*uwsgi*.conf'];

/** Looks at the options of each configuration file of uWSGI that users may meet. */
export function uwsgiMatcher<C extends FileContext = RuleFileContext>(needles: Needles, look: (options: readonly UwsgiOption[], cx: C) => void): Matcher<'lines', C> {
  return {
    language: 'lines', files, needles,
    on: {
      file({ lines }, cx) {
        if (/(?:^|[/._-])(?:dev\w*|local|test\w*|debug|templates?)(?=[/._-])/i.test(cx.path)) return;
        look(uwsgiOptions(lines), cx);
      },
    },
  };
}
