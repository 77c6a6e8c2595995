import type { Instruction } from 'dockerfile-ast';
import { basename } from '../../../base/paths.js';
import type { Span } from '../../../base/text.js';
import type { DockerfileNode } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { commandOf, flag, inForce, shellText, type Stage } from '../../../syntax/dockerfile/ask.js';

const sample = /(?:^|[-_.])(?:examples?|samples?|dist|template|tmpl|defaults?|tests?|testing|ci|schema|public|pub)(?:$|[-_.])/i;
/** Files that hold nothing but credentials, or are there to hold them. */
const carriers: readonly (readonly [kind: Kind, pattern: RegExp])[] = [
  ['environment', /^\.env(?:[.-][\w.-]+)?$/],
  ['settings', /^(?:\.npmrc|settings(?:-\w+)?\.xml)$/],
  ['login', /^(?:\.netrc|_netrc|\.pypirc|\.git-credentials|\.pgpass|\.dockercfg|\.dockerconfigjson|settings-security\.xml|auth\.json)$/],
  ['key', /^id_(?:rsa|dsa|ecdsa|ed25519)$|(?:^|[-_.])(?:priv(?:ate)?|server|tls|ssl|host|domain)?[-_.]?(?:priv)?key\.pem$|^privkey\.pem$|\.(?:p12|pfx)$|^(?!.*(?:trust|cacerts|public)).*\.(?:jks|keystore)$|^(?!.*(?:gpg|pgp|signing|archive|apt|repo|release|public|pub\b|licen[sc]e|^ca\b)).*\.key$/i],
  ['account', /^(?:service[-_.]?account[\w.-]*|gcp[-_]key[\w.-]*|[\w-]*credentials)\.json$|^credentials$/i],
];
const folders = /(?:^|\/)\.(?:ssh|aws|gnupg|kube)\/?$/;

type Kind = 'environment' | 'settings' | 'login' | 'key' | 'account';

function kindOf(path: string): Kind | undefined {
  const name = basename(path.replace(/\/$/, '').replace(/\*$/, ''));
  if (folders.test(path)) return 'login';
  return sample.test(name.replace(/^\.env/, '')) ? undefined : carriers.find(([, pattern]) => pattern.test(name))?.[0];
}

/** Sources of a `COPY` or `ADD` with their places, those from other stages of the file included. */
function sourcesOf(node: DockerfileNode, instruction: Instruction): readonly { readonly path: string; readonly at: Span }[] {
  if (!['COPY', 'ADD'].includes(instruction.getKeyword()) || commandOf(instruction).form === 'exec') return [];
  return instruction.getArguments().slice(0, -1).map((argument) => ({ path: argument.getValue(), at: node.span(argument.getRange()) }));
}

const uses: Readonly<Record<string, RegExp>> = { '.npmrc': /(?<![\w./-])(?:npm|npx|yarn|pnpm)(?![\w.-])/, 'settings.xml': /(?<![\w-])mvnw?(?![\w.-])/, '.netrc': /(?<![\w./-])(?:curl|git|pip3?|go)(?![\w.-])/ };
/** Where a tool looks for its credentials by itself, when root runs it. */
export const homes: Readonly<Record<string, string>> = { '.npmrc': '/root/.npmrc', 'settings.xml': '/root/.m2/settings.xml', '.netrc': '/root/.netrc' };

/** Steps behind a copy that need the file, as long as root does them; none when a step may miss the file itself. */
export function usersOf(stage: Stage, copy: Instruction, name: string): readonly Instruction[] {
  const tool = uses[name];
  const later = stage.instructions.slice(stage.instructions.indexOf(copy) + 1);
  const runs = later.filter((each) => each.getKeyword() === 'RUN');
  const spoken = runs.some((each) => new RegExp(`\\b(?:mv|cp|cat|sed)\\b[^&;|]*${name.replace('.', '\\.')}|\\brm\\s+(?!-\\w*f)[^&;|]*${name.replace('.', '\\.')}|>\\s*\\S*${name.replace('.', '\\.')}|--settings|\\s-s\\s`).test(shellText(each)));
  return !tool || spoken || inForce(stage, 'USER') ? [] : runs.filter((each) => tool.test(shellText(each)));
}

/** Credentials that are copied into a stage of the image. */
export function lookAtCopies(node: DockerfileNode, stage: Stage, cx: RuleFileContext): void {
  for (const instruction of stage.instructions) {
    for (const { path, at } of sourcesOf(node, instruction)) {
      const kind = kindOf(path);
      const from = flag(instruction, 'from');
      if (kind === undefined || (from !== undefined && /[/:]/.test(from))) continue;
      const name = basename(path);
      const removed = stage.instructions.slice(stage.instructions.indexOf(instruction) + 1).some((each) => each.getKeyword() === 'RUN' && new RegExp(`\\brm\\s[^&;|]*${name.replace(/[^\w]/g, '\\$&')}`).test(shellText(each)));
      const fix = from === undefined && usersOf(stage, instruction, name).length > 0 ? 'mount' : kind === 'environment' ? 'copy' : 'none';
      cx.report({ at, say: removed ? 'removed' : kind, args: { file: name }, data: { fix, path, from: from !== undefined } });
    }
  }
}
