import type { Instruction } from 'dockerfile-ast';
import { baseOf, commandOf, inForce, lineage, shellText, type Stage } from '../../../syntax/dockerfile/ask.js';
import { officialName } from '../../../syntax/dockerfile/images.js';
import { buildStepOf } from '../../../syntax/build-step.js';
import { lastCommand, steps } from '../../../syntax/dockerfile/shell.js';
import { startToolOf } from '../../../syntax/start-tool.js';

/** Images that are made for compiling. */
const buildImages = /^(?:maven|gradle|golang|rust|gcc|buildpack-deps|mcr\.microsoft\.com\/dotnet\/(?:core\/)?sdk|microsoft\/aspnetcore-build|sbtscala\/scala-sbt|hseeberger\/scala-sbt)$/;

export function isBuildImage(stage: Stage): boolean {
  const image = baseOf(stage);
  return image.known && buildImages.test(officialName(image) ?? image.repository);
}

const shells = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/;

export interface Start {
  /** The program itself is started, so that nothing is compiled any more. */
  readonly program: boolean;
  /** What stays running is a build tool, or a shell for people. */
  readonly builds: boolean;
}

/** What the container of a stage starts. */
export function startOf(stage: Stage): Start | undefined {
  const commands = [inForce(stage, 'ENTRYPOINT'), inForce(stage, 'CMD')].flatMap((each) => (each ? [commandOf(each)] : []));
  if (commands.length === 0) return undefined;
  const text = commands.map((each) => (each.form === 'exec' ? each.words.join(' ') : each.text)).join(' ');
  const words = commands.flatMap((each) => (each.form === 'exec' ? each.words : ['sh', '-c', each.text]));
  const bare = words.length === 1 && shells.test(words[0] ?? '');
  const last = words.includes('-c') ? lastCommand(words.at(-1) ?? '')?.text : words.join(' ');
  return { program: !/\.sh(?:\s|$)|entrypoint/.test(text), builds: bare || startToolOf(words)?.kind === 'build' || buildStepOf(last ?? '') !== undefined || /^\s*(?:mvnw?|gradlew?)\s/.test(last ?? '') };
}

/** Builds that leave compilers and libraries for compiling behind; the first group holds the words that tell. */
const heavy = /(?:^|\s)((?:\S*\/)?mvnw?(?=\s.*\b(?:package|install|compile|verify)\b)|(?:\S*\/)?gradlew?(?=\s.*\b(?:build|assemble|bootJar|bootWar|jar|war|shadowJar|installDist|distTar)\b)|go\s+(?:build|install)(?=\s)|cargo\s+(?:build|install)(?=\s|$)|dotnet\s+(?:build|publish)(?=\s|$))/;
const pages = /(?:^|\s)((?:npm|pnpm|yarn)\s+(?:run\s+)?build(?::[\w:-]+)?(?=\s|$)|(?:npx\s+)?(?:next|nuxt|nuxi|nest|vite|ng|remix|astro)\s+build(?=\s|$)|(?:npx\s+)?tsc(?=\s|$))/;
/** What drops the libraries for development again, or never installs them. */
const pruned = /\bprune\b|--omit[= ]dev|--only[= ]prod|--production\b|--prod\b|NODE_ENV=production|\bdeploy\b.*--prod|workspaces\s+focus|rm\s+-rf\s+\S*node_modules/;
const compilers = /^(?:build-essential|gcc(?:-\d+)?|g\+\+(?:-\d+)?|clang(?:-\d+)?|cmake|build-base|musl-dev|maven|gradle|ant|golang(?:-go|-\d[\d.]*)?|cargo|rustc|(?:default|openjdk-\d+)-jdk(?:-headless)?|openjdk\d+(?:-jdk)?|java-[\d.]+-openjdk-devel|python3?-dev(?:el)?|dotnet-sdk-[\d.]+)$/;
const installs = /\b(?:apt-get|apt|apk|yum|dnf|microdnf|zypper)\b(?:\s+-\S+)*\s+(?:install|add|in)\b/;
const removes = /\b(?:apt-get|apt)\b.*\b(?:purge|remove|autoremove)\b|\bapk\s+del\b|\b(?:yum|dnf|microdnf)\s+(?:-\S+\s+)*(?:remove|erase|history\s+undo)\b/;

export type Left = { readonly instruction: Instruction; readonly tool: string; readonly kind: 'built' | 'pages' | 'packages' };

/** What the `RUN` lines of a stage and of those it continues, or its start command, leave behind that only compiling needs. */
export function leftBehind(stage: Stage): Left | undefined {
  const all = lineage(stage).flatMap((each) => each.instructions);
  const runs = all.filter((each) => each.getKeyword() === 'RUN').map((instruction) => ({ instruction, text: shellText(instruction) }));
  const starts = [inForce(stage, 'ENTRYPOINT'), inForce(stage, 'CMD')].filter((each) => each !== undefined).map((instruction) => {
    const command = commandOf(instruction);
    return { instruction, text: command.form === 'exec' ? (command.words.at(-1) ?? '') : command.text };
  });
  const find = (pattern: RegExp, kind: Left['kind']): Left | undefined => {
    for (const { instruction, text } of [...runs, ...starts]) {
      // A name that is only said, or a cache that is mounted, builds nothing.
      const commands = (steps(text) ?? [{ text }]).map((each) => each.text.replace(/^\s*(?:--\w+=\S+\s+)*/, '')).filter((each) => !/^\s*(?:echo|printf|#)/.test(each));
      const tool = commands.map((each) => pattern.exec(each)?.[1]).find((found) => found !== undefined);
      if (tool !== undefined) return { instruction, tool: tool.replace(/\s+/g, ' ').replace(/^\S*\//, ''), kind };
    }
    return undefined;
  };
  const built = find(heavy, 'built');
  if (built) return built;
  const everything = all.map(shellText).join('\n');
  const page = pruned.test(everything) ? undefined : find(pages, 'pages');
  if (page) return page;
  for (const { instruction, text } of runs) {
    if (!installs.test(text) || removes.test(text) || /--virtual|\s-t\s/.test(text)) continue;
    const tool = text.split(/[\s\\]+/).find((word) => compilers.test(word.replace(/[=:].*$/, '')));
    if (tool !== undefined) return { instruction, tool, kind: 'packages' };
  }
  return undefined;
}
