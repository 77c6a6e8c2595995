import { ruleMatcher } from '../../../contract/rule.js';
import { commandOf, copiedPaths, inForce, lineage, matchSpan, shippedStage, type Stage } from '../../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { buildStepOf } from '../../../syntax/build-step.js';
import { commandsIn, movable } from './steps.js';

export const buildWords = /\b(?:npm|pnpm|yarn|bun|pip3?|poetry|pipenv|pdm|uv|conda|composer|bundler?|gem|dotnet|go|apt-get|apt|apk|yum|dnf|microdnf|next|nuxt|nuxi|nest|vite|ng|vue-cli-service|react-scripts|remix|astro|gatsby|tsup|rollup|tsc|webpack|mvnw?|gradlew?|cargo|swift|stack|make|sbt|javac|ant|git)\b/;

/** Whether anything of the build context is in the image; what is only mounted cannot be built before. */
function brings(last: Stage): boolean {
  return lineage(last).some((stage) => stage.instructions.some((each) => copiedPaths(each).length > 0));
}

export const inDockerfile = ruleMatcher({
  language: 'dockerfile',
  needles: [[buildWords]],
  on: {
    file(node, cx) {
      const last = shippedStage(node);
      if (!last || purposeOf(cx.path, last) !== 'application') return;
      for (const keyword of ['ENTRYPOINT', 'CMD'] as const) {
        const instruction = inForce(last, keyword);
        if (!instruction) continue;
        const found = commandsIn(commandOf(instruction)).map(({ text }) => buildStepOf(text)).find((step) => step !== undefined);
        if (!found) continue;
        const first = found.tool.split(' ')[0] ?? '';
        const at = matchSpan(node, cx.text, instruction, new RegExp(`\\b${first.replace(/[.+]/g, '\\$&')}\\b`));
        cx.report({ at, say: found.kind, args: { tool: found.tool }, data: { keyword, fixable: movable(commandOf(instruction)) !== undefined && brings(last) } });
        return;
      }
    },
  },
});
