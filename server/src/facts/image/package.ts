import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { environment, lineage, shippedStage, shellText, substitute } from '../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../syntax/dockerfile/purpose.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A package that a Dockerfile installs into the image it makes; `name` is the package manager's, without a version. */
    'image.package': { readonly name: string };
  }
}

const installing = /\b(?:apt-get|apt|apk|yum|dnf|microdnf|zypper)\b(?:\s+-\S+)*\s+(?:install|add|in)\b([^&;|]*)/g;

function packagesIn(joined: string): readonly string[] {
  return [...joined.matchAll(installing)].flatMap(([, words = '']) => words.split(/\s+/).filter((word) => /^[a-z0-9][\w.+-]*/i.test(word)).map((word) => word.replace(/[=:~<>].*$/, '')));
}

/** `image.package`: what the stages that end up in the image install. */
export const imagePackageFacts: FactExtractor = {
  kinds: ['image.package'],
  matchers: [factMatcher({
    language: 'dockerfile',
    needles: [[/install|\badd\b/]],
    on: {
      file(node, cx) {
        const last = shippedStage(node);
        // What developers have beside them is not in the image of the replicas.
        if (!last || purposeOf(cx.path, last) === 'development') return;
        // `ARG PACKAGES="…"`, then `apt-get install ${PACKAGES}`.
        const values = environment(last);
        for (const instruction of lineage(last).flatMap((stage) => stage.instructions)) {
          if (instruction.getKeyword() !== 'RUN') continue;
          for (const name of packagesIn(substitute(shellText(instruction), values).text)) cx.emit('image.package', node.span(instruction.getInstructionRange()), { name });
        }
      },
    },
  })],
};
