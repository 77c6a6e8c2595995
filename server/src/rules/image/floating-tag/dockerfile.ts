import type { Instruction } from 'dockerfile-ast';
import { ruleMatcher } from '../../../contract/rule.js';
import { baseOf, contributing, inForce, lineage, shellText, shippedStage, stagesOf, type Stage } from '../../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { pins } from '../../../facts/image/pins.js';

const small = /^(?:alpine|busybox|scratch|debian|ubuntu|hello-world)$/;

/** An image that only carries files for a volume: a bare system that is told to start nothing, into which nothing is installed. Nothing of the system ever runs. */
function onlyCarries(last: Stage): boolean {
  const steps = lineage(last).flatMap((stage) => stage.instructions);
  const isCarrying = (each: Instruction): boolean => each.getKeyword() !== 'RUN' || shellText(each).split(/&&|;|\n/).every((step) => /^\s*(?:(?:mkdir|chmod|chown|ln|touch|cp|mv|rm|echo)\b|\\?\s*$)/.test(step));
  return small.test(baseOf(last).base) && !['CMD', 'ENTRYPOINT', 'HEALTHCHECK', 'EXPOSE'].some((keyword) => inForce(last, keyword))
    && steps.some((each) => /^(?:COPY|ADD)$/.test(each.getKeyword())) && steps.every(isCarrying);
}

/** A stage that does nothing and that no other uses: builders do not even fetch its image. */
function isIdle(stage: Stage, stages: readonly Stage[]): boolean {
  return stage !== stages.at(-1) && stage.instructions.length === 0 && !stages.some((other) => other !== stage && contributing(stages, other).includes(stage));
}

/** Publishers that offer no versions to choose from: only a digest would fix what their images hold. */
const versionless = /^(?:gcr\.io\/distroless|cgr\.dev\/chainguard)\//;

export const floatingTag = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const stages = stagesOf(node);
      const last = shippedStage(node);
      if (!last || ['development', 'tool'].includes(purposeOf(cx.path, last))) return;
      const carried = onlyCarries(last) ? lineage(last).at(-1) : undefined;
      for (const stage of stages) {
        const { from, image, parent } = stage;
        if (stage.index === carried?.index || isIdle(stage, stages)) continue;
        const range = from.getImageRange();
        if (!range || parent || !image.known || image.text === '' || image.text === 'scratch' || image.digest !== undefined) continue;
        if (image.tag !== undefined && image.tag !== 'latest') continue;
        // A name that comes from an ARG is changed where its default stands.
        const written = from.getImage() ?? '';
        const fixable = !written.includes('$') && pins[image.repository] !== undefined;
        const argument = /:\$\{?(\w+)[^}]*\}?$/.exec(written)?.[1];
        const told = { at: node.span(range), data: { image: image.repository, fixable } };
        if (argument) cx.report({ ...told, say: 'argument', args: { image: image.repository, argument }, severity: 'info' });
        else cx.report({ ...told, say: image.tag === undefined ? 'untagged' : 'latest', args: { image: image.repository }, ...(versionless.test(image.repository) ? { severity: 'info' as const } : {}) });
      }
    },
  },
});
