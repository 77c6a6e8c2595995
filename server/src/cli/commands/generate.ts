import { say, type Locale, type Localized } from '../../contract/words.js';
import type { Edit } from '../../contract/rule.js';
import { changedFiles } from '../../engine/fixes.js';
import { dockerfileTargets, generateDockerfile } from '../../generators/dockerfile/generate.js';
import { generateHpas, hpaCandidates } from '../../generators/hpa.js';
import { UsageError } from '../errors.js';
import { open, type Opened } from '../open.js';
import { unifiedDiff, writeInside } from '../write.js';

type What = 'dockerfile' | 'hpa';

interface GenerateOptions {
  readonly stdout?: boolean;
  readonly write?: boolean;
  readonly lang: Locale;
}

/** What a generator gives: edits, and lines that a person should read before taking them. */
interface Generated {
  readonly edits: readonly Edit[];
  readonly notes: readonly string[];
}

const words = {
  dockerfile: {
    en: 'found nothing to put into an image: no module under this folder is started by itself (a Spring Boot or executable jar, a WAR, a Node server)',
    ko: '이미지로 만들 대상을 찾지 못했습니다. 이 폴더에는 단독으로 실행되는 모듈(Spring Boot 또는 실행 가능한 jar, WAR, Node 서버)이 없습니다',
  },
  hpa: {
    en: 'found no stateless web Deployment without an autoscaler under this folder',
    ko: '이 폴더에서 오토스케일러가 없는 무상태 웹 Deployment를 찾지 못했습니다',
  },
  exists: { en: '{path} exists already and was left as it is', ko: '{path} 파일이 이미 있어 그대로 두었습니다' },
  written: { en: 'wrote {files}', ko: '작성한 파일: {files}' },
} satisfies Record<string, Localized>;

/** `monolift generate`: prints what it would create and change, or writes it; files that exist are never overwritten. */
export async function generate(what: What, path: string, options: GenerateOptions): Promise<void> {
  if (options.write && options.stdout) throw new UsageError(options.lang === 'ko' ? '--stdout과 --write 중 하나만 쓰세요' : 'use either --stdout or --write');
  const opened = await open(path, options.lang, false);
  const all = what === 'dockerfile' ? images(opened, options.lang) : autoscalers(opened, options.lang);
  if (all.length === 0) throw new UsageError(`${path}: ${words[what][options.lang]}`);
  for (const { edits, notes } of all) {
    notes.forEach((note) => process.stderr.write(`monolift: ${note}\n`));
    output(opened, edits, options);
  }
}

function images({ conclusion: { model } }: Opened, locale: Locale): readonly Generated[] {
  return dockerfileTargets(model, '').flatMap((dir) => {
    const generated = generateDockerfile(model, dir);
    if (!generated) return [];
    return [{
      edits: generated.files.map(({ path, text }): Edit => ({ do: 'create', path, text, ifExists: 'propose' })),
      notes: generated.notes.map((note) => note[locale]),
    }];
  });
}

/** All in one change, because workloads may share a file. */
function autoscalers({ conclusion: { model }, workspace }: Opened, locale: Locale): readonly Generated[] {
  const { edits, notes } = generateHpas({ model, text: (file) => workspace.text(file), locale }, hpaCandidates(model, ''));
  return edits.length === 0 ? [] : [{ edits, notes: notes.map((note) => say(note.text, locale, note.args)) }];
}

/** New files as they are, changes to existing ones as a diff; with `--write`, both on disk. */
function output({ root, workspace }: Opened, edits: readonly Edit[], options: GenerateOptions): void {
  const before = (file: string): string | undefined => workspace.text(file);
  const wanted = edits.filter((edit) => {
    const taken = edit.do === 'create' && before(edit.path) !== undefined;
    if (taken) process.stderr.write(`monolift: ${say(words.exists, options.lang, { path: edit.path })}\n`);
    return !taken || !options.write;
  });
  const changed = changedFiles(wanted, before) ?? new Map<string, string>();
  if (options.write) {
    if (changed.size === 0) return;
    writeInside(root, changed, options.lang);
    process.stdout.write(`${say(words.written, options.lang, { files: [...changed.keys()].sort().join(', ') })}\n`);
    return;
  }
  for (const [file, text] of changed) {
    const created = wanted.some((edit) => edit.do === 'create' && edit.path === file);
    process.stdout.write(created ? `# ${file}\n${text}\n` : unifiedDiff(new Map([[file, text]]), before));
  }
}
