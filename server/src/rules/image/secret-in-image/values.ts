import type { Arg, Env, Instruction, Property } from 'dockerfile-ast';
import { namesSecret } from '../../../base/secrets.js';
import type { DockerfileNode } from '../../../contract/nodes.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { lineage, shellText, type Stage } from '../../../syntax/dockerfile/ask.js';
import { secretIn } from '../../../syntax/secret-value.js';

/** Names of what front ends hand to every browser, secret or not. */
const forBrowsers = /^(?:NEXT_PUBLIC|NUXT_PUBLIC|VITE|REACT_APP|EXPO_PUBLIC|GATSBY|PUBLIC|VUE_APP)_/;

/** `NAME=value` pairs of `ENV` and `ARG` with their places. */
export function propertiesOf(instruction: Instruction): readonly Property[] {
  const keyword = instruction.getKeyword();
  if (keyword === 'ENV') return (instruction as Env).getProperties();
  const property = keyword === 'ARG' ? (instruction as Arg).getProperty() : null;
  return property ? [property] : [];
}

/** ARGs of a line of stages that have no default: whoever builds the image gives their values. */
function givenAtBuild(stage: Stage): ReadonlySet<string> {
  const given = lineage(stage).flatMap((each) => each.instructions).filter((each) => each.getKeyword() === 'ARG').flatMap(propertiesOf);
  return new Set(given.filter((property) => (property.getValue() ?? '') === '').map((property) => property.getName()));
}

/** Which message a literal value deserves; `undefined` where it harms nobody. */
function sayOf(keyword: string, name: string, value: string, shipped: boolean): string | undefined {
  const kind = value.includes('$') ? undefined : secretIn(name, value);
  // A stand-in lets a build step run that only asks whether the variable is set; so does an address in a stage of the build.
  if (kind === undefined || (kind === 'stand-in' && (keyword === 'ARG' || !shipped)) || (!shipped && value.includes('://'))) return undefined;
  if (kind === 'stand-in') return 'standIn';
  return !shipped ? 'stage' : keyword === 'ARG' ? 'argument' : 'variable';
}

/** Whether a command of the stage uses what is handed to the build under a name. */
function isUsed(stage: Stage, name: string): boolean {
  const use = new RegExp(`\\$(?:${name}\\b|\\{${name}[}:])`);
  return stage.instructions.some((each) => each.getKeyword() === 'RUN' && use.test(shellText(each)));
}

/** Literal secrets in `ENV` and `ARG`, and what is handed to the build and stays in the image. */
export function lookAtValues(node: DockerfileNode, stage: Stage, shipped: boolean, cx: RuleFileContext): void {
  const given = givenAtBuild(stage);
  const kept = new Set<string>();
  for (const instruction of stage.instructions) {
    const keyword = instruction.getKeyword();
    for (const property of propertiesOf(instruction)) {
      const [name, value] = [property.getName(), property.getValue() ?? ''];
      if (forBrowsers.test(name)) continue;
      const handed = keyword === 'ENV' ? /^\$\{?(\w+)\}?$/.exec(value)?.[1] : undefined;
      const baked = handed !== undefined && shipped && given.has(handed) && namesSecret(name);
      const say = baked ? 'baked' : sayOf(keyword, name, value, shipped);
      if (say === undefined) continue;
      if (handed !== undefined) kept.add(handed);
      cx.report({
        at: node.span(property.getNameRange()), say, args: { variable: name, ...(baked ? { argument: handed } : {}) },
        ...(say === 'standIn' || say === 'stage' ? { severity: 'info' as const } : {}), data: { fix: 'value', variable: name },
      });
    }
  }
  if (shipped) lookAtArguments(node, stage, kept, cx);
}

/** Secrets that are handed to the build and used by its commands, which stay readable with them in the history of the image. */
function lookAtArguments(node: DockerfileNode, stage: Stage, kept: ReadonlySet<string>, cx: RuleFileContext): void {
  for (const property of stage.instructions.filter((each) => each.getKeyword() === 'ARG').flatMap(propertiesOf)) {
    const name = property.getName();
    if ((property.getValue() ?? '') !== '' || kept.has(name) || forBrowsers.test(name) || !namesSecret(name) || !isUsed(stage, name)) continue;
    cx.report({ at: node.span(property.getNameRange()), say: 'used', args: { variable: name }, data: { fix: 'none' } });
  }
}
