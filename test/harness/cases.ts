import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { decode } from '../../server/src/host/decode.js';
import { rules } from '../../server/src/generated/registry.js';
import { readMarks, readSidecar, type Mark } from './marks.js';

/** A small workspace with what is expected of it. */
export interface Case {
  readonly rule: string;
  readonly name: string;
  readonly files: ReadonlyMap<string, string>;
  readonly marks: readonly Mark[];
  /** Expected files after a fix, by fix key; only files that change or come. */
  readonly after: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

const rulesDir = join(import.meta.dirname, '../../server/src/rules');

function readTree(dir: string): ReadonlyMap<string, string> {
  const files = readdirSync(dir, { recursive: true }).map(String).map((name) => name.replaceAll('\\', '/')).filter((name) => statSync(join(dir, name)).isFile()).sort();
  return new Map(files.map((name) => [name, decode(readFileSync(join(dir, name)))]));
}

function readCase(rule: string, dir: string, entry: string): Case {
  const path = join(dir, entry);
  const raw = statSync(path).isDirectory() ? readTree(path) : new Map([[entry, decode(readFileSync(path))]]);
  const marks: Mark[] = [];
  const files = new Map<string, string>();
  for (const [file, text] of raw) {
    if (file === 'expect.marks') {
      marks.push(...readSidecar(text));
      continue;
    }
    const read = readMarks(file, text);
    marks.push(...read.marks);
    files.set(file, read.text);
  }
  const after = new Map<string, ReadonlyMap<string, string>>();
  for (const sibling of readdirSync(dir)) {
    const match = /^(.*)\.([a-z0-9-]+)\.after$/.exec(sibling);
    if (match?.[1] === entry && match[2]) after.set(match[2], readTree(join(dir, sibling)));
  }
  return { rule, name: entry, files, marks, after };
}

/** All cases of a rule, read from its `cases` folder. */
export function casesOf(rule: string): readonly Case[] {
  const dir = join(rulesDir, rule, 'cases');
  if (!existsSync(dir)) return [];
  return readdirSync(dir).filter((entry) => !entry.endsWith('.after')).sort().map((entry) => readCase(rule, dir, entry));
}

const extensions: Readonly<Record<string, string>> = {
  java: 'Example.java', jsp: 'example.jsp', xml: 'src/main/resources/example.xml', yaml: 'example.yaml', json: 'example.json', dockerfile: 'Dockerfile',
  properties: 'src/main/resources/application.properties', ts: 'example.ts', typescript: 'example.ts', js: 'example.js', javascript: 'example.js',
};

/** The `bad` and `good` blocks of a rule's page; a block that ends its info line with `+` joins the next one. */
export function docBlocks(rule: string, page: 'doc.md' | 'doc.ko.md'): readonly { readonly verdict: 'bad' | 'good'; readonly line: number; readonly files: ReadonlyMap<string, string> }[] {
  const path = join(rulesDir, rule, page);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const blocks: { verdict: 'bad' | 'good'; line: number; files: Map<string, string> }[] = [];
  let joined = false;
  for (const match of text.matchAll(/^```(\w+) (bad|good)(?: ([^\s+]+))?( \+)?\n([^]*?)^```$/gm)) {
    const verdict = match[2] as 'bad' | 'good';
    const file = match[3] ?? extensions[match[1] ?? ''] ?? basename(`example.${match[1]}`);
    const previous = blocks.at(-1);
    if (joined && previous) previous.files.set(file, match[5] ?? '');
    else blocks.push({ verdict, line: text.slice(0, match.index).split('\n').length, files: new Map([[file, match[5] ?? '']]) });
    joined = match[4] !== undefined;
  }
  return blocks;
}

export const ruleIds: readonly string[] = rules.map((rule) => rule.meta.id);
