import type { Instruction } from 'dockerfile-ast';
import type { Finding } from '../../../contract/finding.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import type { ImageStart } from '../../../facts/image/start.js';
import { scriptStart } from '../../../generators/dockerfile/node-start.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { commandOf, inForce, shippedStage, type Stage } from '../../../syntax/dockerfile/ask.js';
import { execForm } from '../../../syntax/dockerfile/edit.js';
import { lastCommand, plainWords } from '../../../syntax/dockerfile/shell.js';
import { startToolOf, wrappedBy } from '../../../syntax/start-tool.js';
import { scriptsFor } from './scripts.js';

function startOf(finding: Finding, model: Model): ImageStart | undefined {
  return model.facts('image.start').find((fact) => fact.file === finding.file && fact.range.start === finding.range.start)?.value;
}

/** The program itself with what the script gives it; `undefined` where npm does more than start it. */
function programOf(finding: Finding, model: Model): readonly string[] | undefined {
  const start = startOf(finding, model);
  const module = start && scriptsFor(model, finding.file, start);
  // Yarn from version 2 on may keep packages where node alone does not look.
  if (!start || !module || start.script === undefined || /^yarn@[2-9]/.test(module.packageManager ?? '')) return undefined;
  const program = scriptStart(module.scripts, start.script);
  if (!program || program.before.length > 0) return undefined;
  const variables = Object.entries(program.environment).map(([name, value]) => `${name}=${value}`);
  return [...(variables.length > 0 ? ['env', ...variables] : []), ...program.words, ...(start.rest ?? [])];
}

const plain = /^[\w@%+=:,./-]+$/;

/** The command of an instruction with the program in place of the manager. */
function replaced(instruction: Instruction, program: readonly string[]): string | undefined {
  const command = commandOf(instruction);
  const words = command.form === 'exec' ? command.words : plainWords(command.text);
  if (words && startToolOf(words)?.kind === 'manager' && /^(?:npm|yarn|pnpm)$/.test(words[wrappedBy(words)] ?? '')) return execForm([...words.slice(0, wrappedBy(words)), ...program]);
  // A shell that does something before: it stays for that and is replaced by the program.
  const text = command.form === 'exec' ? words?.at(-1) : command.text;
  const last = text === undefined ? undefined : lastCommand(text);
  if (text === undefined || !last || !/^(?:exec\s+)?(?:npm|yarn|pnpm)\s/.test(last.text.trim()) || !program.every((word) => plain.test(word))) return undefined;
  const shell = `${text.slice(0, last.start)}${/^\s*/.exec(last.text)?.[0] ?? ''}exec ${program.join(' ')}`.trim();
  return execForm([...(command.form === 'exec' ? command.words.slice(0, -1) : ['/bin/sh', '-c']), shell]);
}

/** A shell-form ENTRYPOINT drops CMD, and one in exec form hands it over. */
function alone(stage: Stage, instruction: Instruction): boolean {
  const entry = inForce(stage, 'ENTRYPOINT');
  const command = inForce(stage, 'CMD');
  if (!entry || !command) return true;
  return instruction === command && commandOf(entry).form === 'exec';
}

function edits({ finding, text, model }: FixInput): readonly Edit[] | undefined {
  const content = text(finding.file);
  const node = content === undefined ? undefined : readDockerfile(content);
  const stage = node && shippedStage(node);
  const program = programOf(finding, model);
  if (!node || !stage || !program) return undefined;
  for (const keyword of ['CMD', 'ENTRYPOINT']) {
    const instruction = inForce(stage, keyword);
    const range = instruction?.getArgumentsRange();
    const span = range && node.span(range);
    if (!instruction || !span || finding.range.start < span.start || finding.range.start >= span.end || !alone(stage, instruction)) continue;
    const next = replaced(instruction, program);
    return next === undefined ? undefined : [{ do: 'replace', file: finding.file, span, text: next }];
  }
  return undefined;
}

export const startProgram: Fix = {
  key: 'start-program',
  title: { en: 'Start the program of the script itself', ko: '스크립트의 프로그램을 직접 실행하기' },
  safety: 'review',
  applies: (finding, model) => finding.say === 'manager' && (finding.data as { in: string }).in === 'image' && programOf(finding, model) !== undefined,
  edits,
};
