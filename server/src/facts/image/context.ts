import { basename, dirname } from '../../base/paths.js';
import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { baseOf, copiedPaths, lineage, shellText, shippedStage, stagesOf } from '../../syntax/dockerfile/ask.js';
import { isForeignTool, purposeOf } from '../../syntax/dockerfile/purpose.js';
import { isProductImage } from '../kubernetes/role.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A step of an application's image that takes in the whole build context. */
    'image.whole-context': {
      readonly source: string;
      /** Whether it ends up in the image, and not only in a stage of its build. */
      readonly shipped: boolean;
      /** What its commands run: `node`, `maven` and the like. */
      readonly tools: readonly string[];
      /** Paths that its copies and commands name. */
      readonly named: readonly string[];
      readonly asksGit: boolean;
    };
  }
}

/** `COPY . .`, `ADD ./ /app`, `COPY * ./`. */
const whole = /^(?:\.?\/?|\.\/\*|\*|\.\/\.)$/;

const tools: readonly (readonly [tool: string, command: RegExp])[] = [
  ['node', /\b(?:npm|pnpm|bun)\s+(?:-\S+\s+)*(?:ci|i|install|add)\b|\byarn(?:\s+install\b|\s+--|\s*(?:$|&&|;))/m],
  ['node-build', /\b(?:npm|pnpm|yarn|bun)\s+(?:run\s+)?build\b|\b(?:next|nuxt|vite|tsc)\s+build\b/],
  ['maven', /\bmvnw?\s/], ['gradle', /\bgradlew?\s/], ['python', /\b(?:pip3?|poetry|uv|pipenv)\s+(?:-\S+\s+)*(?:install|sync)\b/],
  ['composer', /\bcomposer\s+(?:-\S+\s+)*(?:install|update)\b/], ['dotnet', /\bdotnet\s+(?:restore|build|publish)\b/],
  ['ruby', /\bbundle\s+install\b|\bbundler?\s*(?:$|&&)/m], ['rust', /\bcargo\s+build\b/],
];

/** `image.whole-context`: one for each Dockerfile, its first in the image itself where there is one. */
export const wholeContextFacts: FactExtractor = {
  kinds: ['image.whole-context'],
  matchers: [factMatcher({
    language: 'dockerfile',
    needles: [[/^\s*(?:COPY|ADD)\b/im]],
    on: {
      file(node, cx) {
        const last = shippedStage(node);
        if (!last || purposeOf(cx.path, last) !== 'application' || isForeignTool(cx.path, node) || isProductImage(baseOf(last).text) || isProductImage(basename(dirname(cx.path)))) return;
        const line = new Set(lineage(last).map(({ index }) => index));
        const stages = stagesOf(node);
        const taking = stages.flatMap((stage) => stage.instructions.filter((each) => copiedPaths(each).some((path) => whole.test(path))).map((instruction) => ({ instruction, shipped: line.has(stage.index) })));
        const found = taking.find(({ shipped }) => shipped) ?? taking[0];
        const source = found?.instruction.getArguments().find((argument) => whole.test(argument.getValue().replace(/^["'[]+|["',\]]+$/g, '')));
        if (!found || !source) return;
        const commands = stages.flatMap((stage) => stage.instructions.filter((each) => each.getKeyword() === 'RUN')).map(shellText).join('\n');
        const copies = stages.flatMap((stage) => stage.instructions.flatMap(copiedPaths)).filter((path) => !whole.test(path) && !/^https?:/.test(path));
        cx.emit('image.whole-context', node.span(source.getRange()), {
          source: source.getValue(), shipped: found.shipped,
          tools: tools.flatMap(([tool, command]) => (command.test(commands) ? [tool] : [])),
          named: [...new Set([...copies, ...(commands.match(/(?<![\w/.-])[\w./-]*\.(?:example|sample|dist|template|md|pem|key)\b[\w.]*/g) ?? [])])],
          asksGit: /\bgit\s+(?:rev-parse|describe|log|submodule|rev-list|status|tag|show)\b/.test(commands),
        });
      },
    },
  })],
};
