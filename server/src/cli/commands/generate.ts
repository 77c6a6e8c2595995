import { createInterface } from 'node:readline/promises';
import { say, type Locale, type Localized } from '../../contract/words.js';
import type { Edit } from '../../contract/rule.js';
import { changedFiles } from '../../engine/fixes.js';
import { generators, nothingFor, sourcesOf, type Generated, type GeneratorKind, type GeneratorOptions, type Source } from '../../generators/catalogue.js';
import { UsageError } from '../errors.js';
import { open, type Opened } from '../open.js';
import { unifiedDiff, writeInside } from '../write.js';

interface Options extends GeneratorOptions {
  readonly module?: string;
  readonly stdout?: boolean;
  readonly write?: boolean;
  readonly format: 'text' | 'json';
  readonly lang: Locale;
}

const words = {
  either: { en: 'use either --stdout or --write', ko: '--stdout과 --write 중 하나만 쓰세요' },
  several: { en: 'there are several applications: {modules}. Name one with --module.', ko: '애플리케이션이 여러 개 있습니다: {modules}. --module로 하나를 지정하세요.' },
  unknown: { en: '--module {module}: no such application; there are {modules}', ko: '--module {module}: 해당 애플리케이션이 없습니다. 사용할 수 있는 값: {modules}' },
  number: { en: 'Number', ko: '번호' },
  exists: { en: '{path} exists already and was left as it is; without --write the difference is shown', ko: '{path} 파일이 이미 있어 그대로 두었습니다. --write 없이 실행하면 차이를 보여 줍니다' },
  differs: { en: '{path} exists already; the diff shows what would be written in its place', ko: '{path} 파일이 이미 있습니다. 새로 생성할 내용과의 차이를 보여 줍니다' },
  reason: { en: '  {file}:{line} {rule} is found in it now', ko: '  {file}:{line} 현재 이 파일에서 {rule} 결과가 나옵니다' },
  same: { en: '{path} says this already', ko: '{path} 파일의 내용이 이미 같습니다' },
  written: { en: 'wrote {files}', ko: '작성한 파일: {files}' },
} satisfies Record<string, Localized>;

/** `monolift generate`: prints what it would create and change, or writes it; files that exist are never overwritten. */
export async function generate(what: GeneratorKind, path: string, options: Options): Promise<void> {
  const { lang } = options;
  if (options.write && options.stdout) throw new UsageError(words.either[lang]);
  const opened = await open(path, lang, false);
  const { conclusion: { model }, workspace } = opened;
  const sources = sourcesOf(what, { model, text: (file) => workspace.text(file), locale: lang, options });
  if (sources.length === 0) throw new UsageError(`${path}: ${nothingFor(what, model)[lang]}`);
  const generated = together((await meant(what, sources, options)).flatMap((source) => source.generate() ?? []));
  if (options.format === 'json') return printJson(opened, generated, options);
  generated.notes.forEach((note) => process.stderr.write(`monolift: ${note}\n`));
  output(opened, generated.edits, options);
}

/** One change, because several may touch one file. */
function together(all: readonly Generated[]): Generated {
  return { edits: all.flatMap(({ edits }) => edits), notes: all.flatMap(({ notes }) => notes) };
}

function placeOf({ place }: Source): string {
  return place === '' ? '.' : place;
}

/** The sources that the user means: named, all that go together, the only one, or the one picked on a terminal. */
async function meant(what: GeneratorKind, sources: readonly Source[], { module, lang }: Options): Promise<readonly Source[]> {
  const modules = sources.map(placeOf).join(', ');
  if (module !== undefined) {
    const wanted = module.replace(/^\.\/|\/+$/g, '') || '.';
    const found = sources.filter((source) => placeOf(source) === wanted || source.label === wanted);
    if (found.length === 0) throw new UsageError(say(words.unknown, lang, { module, modules }));
    return found;
  }
  if (sources.length === 1 || generators[what].together) return sources;
  const picked = process.stdin.isTTY && process.stderr.isTTY ? await ask(generators[what].question[lang], sources, lang) : undefined;
  if (!picked) throw new UsageError(say(words.several, lang, { modules }));
  return [picked];
}

async function ask(question: string, sources: readonly Source[], lang: Locale): Promise<Source | undefined> {
  process.stderr.write(`${question}\n${sources.map((source, index) => `  ${index + 1}  ${placeOf(source)}`).join('\n')}\n`);
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return sources[Number(await terminal.question(`${words.number[lang]}: `)) - 1];
  } finally {
    terminal.close();
  }
}

interface Proposed {
  readonly path: string;
  readonly text: string;
  /** The file is there, and a generator would write another one in its place. */
  readonly replaces: boolean;
}

function proposedFiles({ workspace }: Opened, edits: readonly Edit[]): readonly Proposed[] {
  const changed = changedFiles(edits, (file) => workspace.text(file)) ?? new Map<string, string>();
  const whole = new Set(edits.flatMap((edit) => (edit.do === 'create' ? [edit.path] : [])));
  return [...changed].map(([path, text]) => ({ path, text, replaces: whole.has(path) && workspace.text(path) !== undefined }));
}

function printJson(opened: Opened, { edits, notes }: Generated, options: Options): void {
  const files = proposedFiles(opened, edits);
  const states = files.map(({ path, text, replaces }) => ({ path, state: replaces ? 'kept' : opened.workspace.text(path) === undefined ? 'new' : 'changed', text }));
  const written = options.write ? write(opened, files, options) : [];
  process.stdout.write(`${JSON.stringify({ files: states.map((file) => ({ ...file, written: written.includes(file.path) })), notes }, null, 2)}\n`);
}

/** New files as they are, changes to existing ones as a diff; with `--write`, both on disk. */
function output(opened: Opened, edits: readonly Edit[], options: Options): void {
  const files = proposedFiles(opened, edits);
  for (const file of files.filter(({ replaces }) => replaces)) tellOfExisting(opened, file, options);
  if (options.write) {
    const written = write(opened, files, options);
    if (written.length > 0) process.stdout.write(`${say(words.written, options.lang, { files: written.join(', ') })}\n`);
    return;
  }
  const before = (path: string): string | undefined => opened.workspace.text(path);
  for (const { path, text } of files) {
    if (before(path) !== text) process.stdout.write(before(path) === undefined ? `# ${path}\n${text}\n` : unifiedDiff(new Map([[path, text]]), before));
  }
}

/** Why another text is proposed for a file: what is found in the one that is there. */
function tellOfExisting({ workspace, conclusion }: Opened, { path, text }: Proposed, { write: writes, lang }: Options): void {
  const message = workspace.text(path) === text ? words.same : writes ? words.exists : words.differs;
  process.stderr.write(`monolift: ${say(message, lang, { path })}\n`);
  if (message === words.same) return;
  for (const { file, range, rule } of conclusion.findings.filter((finding) => finding.file === path)) process.stderr.write(`monolift: ${say(words.reason, lang, { file, line: range.startLine, rule })}\n`);
}

/** Writes what replaces nothing; the paths, sorted. */
function write({ root }: Opened, files: readonly Proposed[], { lang }: Options): readonly string[] {
  const wanted = files.filter(({ replaces }) => !replaces);
  writeInside(root, new Map(wanted.map(({ path, text }) => [path, text])), lang);
  return wanted.map(({ path }) => path).sort();
}
