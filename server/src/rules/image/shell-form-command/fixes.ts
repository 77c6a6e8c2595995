import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Finding } from '../../../contract/finding.js';
import { readDockerfile } from '../../../syntax/dockerfile/adapter.js';
import { inForce, shippedStage } from '../../../syntax/dockerfile/ask.js';
import { execForm } from '../../../syntax/dockerfile/edit.js';
import { replacementOf, type Replacement } from './replacement.js';

type Data = { readonly keyword: string; readonly fix: Replacement['fix'] | null };

function edits({ finding, text }: FixInput): readonly Edit[] | undefined {
  const content = text(finding.file);
  const node = content === undefined ? undefined : readDockerfile(content);
  const stage = node && shippedStage(node);
  const { keyword, fix } = finding.data as Data;
  const instruction = stage && inForce(stage, keyword);
  const range = instruction?.getArgumentsRange();
  const replacement = instruction && replacementOf(stage, instruction, keyword);
  if (!node || !range || replacement?.fix !== fix || !replacement) return undefined;
  return [{ do: 'replace', file: finding.file, span: node.span(range), text: execForm(replacement.words) }];
}

function offered(fix: Replacement['fix']): (finding: Finding) => boolean {
  return (finding) => (finding.data as Data).fix === fix;
}

export const execFormFix: Fix = {
  key: 'exec-form',
  title: { en: 'Write the command as a JSON list', ko: '명령을 JSON 배열(exec 형식)로 바꾸기' },
  safety: 'safe',
  applies: offered('exec-form'),
  edits,
};

export const execInShellFix: Fix = {
  key: 'exec-in-shell',
  title: { en: 'Let the shell replace itself with the program (exec)', ko: 'exec로 셸을 프로그램으로 대체하기' },
  safety: 'review',
  applies: offered('exec-in-shell'),
  edits,
};
