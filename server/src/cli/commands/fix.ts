import type { Locale } from '../../contract/words.js';
import { changedFiles, editsOf, fixesFor } from '../../engine/fixes.js';
import type { Finding } from '../../contract/finding.js';
import type { Fix } from '../../contract/rule.js';
import { Overlay } from '../../host/overlay.js';
import { UsageError } from '../errors.js';
import { open, type Opened } from '../open.js';
import { knownRule } from '../rule-id.js';
import { unifiedDiff, writeInside } from '../write.js';

interface FixOptions {
  readonly rule: string;
  readonly fix: string;
  readonly write?: boolean;
  readonly lang: Locale;
}

const words = {
  unknownFix: { en: (rule: string, key: string, known: string) => `${rule} has no fix "${key}"; it has ${known || 'none'}`, ko: (rule: string, key: string, known: string) => `${rule}에는 "${key}" 수정이 없습니다. 사용할 수 있는 수정: ${known || '없음'}` },
  nothing: { en: (rule: string) => `no open finding of ${rule} takes this fix; nothing to change`, ko: (rule: string) => `이 수정을 적용할 ${rule} 항목이 없어 바꿀 것이 없습니다` },
  written: { en: (files: string) => `changed ${files}`, ko: (files: string) => `변경한 파일: ${files}` },
} as const;

/** `monolift fix`: applies one fix to every finding that takes it, each on top of the former, and prints or writes the result. */
export async function fix(path: string, options: FixOptions): Promise<void> {
  const rule = knownRule(options.rule, options.lang);
  if (!rule.fixes?.some((candidate) => candidate.key === options.fix)) {
    throw new UsageError(words.unknownFix[options.lang](options.rule, options.fix, (rule.fixes ?? []).map((candidate) => candidate.key).join(', ')));
  }
  const opened = await open(path, options.lang, false);
  const overlay = new Overlay(opened.workspace.host);
  await applyAll(opened, options, overlay);
  const changed = overlay.changes();
  if (changed.size === 0) {
    process.stderr.write(`monolift: ${words.nothing[options.lang](options.rule)}\n`);
    return;
  }
  if (!options.write) {
    process.stdout.write(unifiedDiff(changed, (file) => opened.workspace.text(file)));
    return;
  }
  writeInside(opened.root, changed, options.lang);
  process.stdout.write(`${words.written[options.lang]([...changed.keys()].sort().join(', '))}\n`);
}

/** Fixes one finding, analyses the changed files again, and goes on until no finding takes the fix. */
async function applyAll(opened: Opened, options: FixOptions, overlay: Overlay): Promise<void> {
  const workspace = opened.workspace.over(overlay);
  await workspace.lookUp();
  const tried = new Set<string>();
  for (;;) {
    const { findings, model } = workspace.conclude();
    const next = pick(findings, options, tried, (finding) => fixesFor(finding, workspace.ruleset, model));
    if (!next) return;
    tried.add(next.finding.fingerprint);
    const edits = editsOf(next.fix, next.finding, model, (file) => workspace.text(file), options.lang);
    const changed = edits && changedFiles(edits, (file) => workspace.text(file));
    if (!changed) continue;
    for (const [file, text] of changed) overlay.set(file, text);
    workspace.refresh();
    for (const file of changed.keys()) await workspace.update(file);
    await workspace.lookUp();
  }
}

function pick(findings: readonly Finding[], options: FixOptions, tried: ReadonlySet<string>, offered: (finding: Finding) => readonly Fix[]): { finding: Finding; fix: Fix } | undefined {
  for (const finding of findings) {
    if (finding.rule !== options.rule || tried.has(finding.fingerprint)) continue;
    const found = offered(finding).find((candidate) => candidate.key === options.fix);
    if (found) return { finding, fix: found };
  }
  return undefined;
}
