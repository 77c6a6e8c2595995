import type { Span } from '../../base/text.js';
import type { LinesFile, TextLine } from '../../contract/nodes.js';
import type { BuildModule } from './kinds.js';

/** Lines of a directive, in its short form (`require x v1`) and as a block, without the directive's name. */
function directive(lines: readonly TextLine[], name: string): readonly string[] {
  const found: string[] = [];
  let inside = false;
  for (const { text } of lines) {
    const line = text.replace(/\/\/(?! indirect).*$/, '').trim();
    if (inside && line === ')') inside = false;
    else if (inside && line !== '') found.push(line);
    else if (line === `${name} (`) inside = true;
    else if (line.startsWith(`${name} `)) found.push(line.slice(name.length + 1).trim());
  }
  return found;
}

/** What a `go.mod` says: `properties.go` is the language version, packages that only others need count as provided. `undefined` without a module line. */
export function readGoModule({ lines }: LinesFile): { readonly at: Span; readonly value: BuildModule } | undefined {
  const line = lines.find(({ text }) => /^module\s/.test(text));
  const [name] = directive(lines, 'module');
  if (!line || name === undefined) return undefined;
  const required = directive(lines, 'require').map((each) => {
    const [path = '', version = ''] = each.split(/\s+/);
    return { path, version, indirect: each.includes('// indirect') };
  });
  const [language] = directive(lines, 'go');
  return {
    at: { start: line.start, end: line.end },
    value: {
      tool: 'go', name: name.replaceAll('"', ''), packaging: 'go',
      dependencies: required.filter((each) => !each.indirect).map(({ path }) => path), provided: required.filter((each) => each.indirect).map(({ path }) => path),
      versions: Object.fromEntries(required.map(({ path, version }) => [path, version])),
      plugins: [], modules: [], properties: language === undefined ? {} : { go: language }, scripts: {},
    },
  };
}
