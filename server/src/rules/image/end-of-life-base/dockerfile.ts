import { ruleMatcher } from '../../../contract/rule.js';
import { contributing, inForce, lineage, shippedStage, stagesOf } from '../../../syntax/dockerfile/ask.js';
import { startsItself } from '../../../syntax/dockerfile/images.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { productNames } from '../../../syntax/dockerfile/release-lines.js';
import { successorOf } from './successor.js';
import { endedSupport, type Ended } from './support.js';

/** Which message fits: what the replicas stand on, what is compiled into the program, or what only builds it. */
function sayOf(ended: Ended, ships: boolean): string {
  if (!ships) return ended.kind !== 'deprecated' && ended.product === 'go' ? 'compiledIn' : 'building';
  return ended.kind === 'deprecated' ? 'deprecated' : 'ended';
}

/** The build argument that the ended part of a reference comes from; one in front of the name only chooses the registry. */
function deciding(written: string, ended: Ended): string | undefined {
  const whole = /^\$\{?(\w+)[^}]*\}?$/.exec(written)?.[1];
  if (whole !== undefined || !/:[^/]*\$/.test(written)) return whole;
  const inTag = [...written.slice(written.lastIndexOf('/') + 1).matchAll(/\$\{?(\w+)/g)].map((match) => match[1]);
  if (ended.kind !== 'system') return inTag[0];
  return written.includes(ended.word) ? undefined : inTag.at(-1);
}

export const endOfLifeBase = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const stages = stagesOf(node);
      const shipped = shippedStage(node);
      if (!shipped) return;
      const purpose = purposeOf(cx.path, shipped);
      if (purpose !== 'application' && purpose !== 'build') return;
      const root = lineage(shipped).at(-1);
      // What starts nothing is built upon by others, or builds.
      const starts = (inForce(shipped, 'CMD') ?? inForce(shipped, 'ENTRYPOINT')) !== undefined || startsItself(shipped);
      for (const stage of contributing(stages, shipped)) {
        const range = stage.from.getImageRange();
        const ended = stage.parent || !range ? undefined : endedSupport(stage.image);
        if (!range || !ended) continue;
        const written = stage.from.getImage() ?? '';
        const ships = stage === root && starts;
        const image = stage.image.text.split('@')[0] ?? '';
        const product = ended.kind === 'deprecated' ? ended.name : `${productNames[ended.product]} ${ended.line}`;
        const argument = deciding(written, ended);
        const say = sayOf(ended, ships);
        const told = { at: node.span(range), cause: `base ${image}`, data: { fixable: !written.includes('$') && successorOf(stage.image, ended) !== undefined } };
        if (argument !== undefined) cx.report({ ...told, say: 'argument', args: { image, product, date: ended.date, argument }, severity: 'info' });
        else if (say === 'deprecated') cx.report({ ...told, say, args: { image, date: ended.date, instead: ended.kind === 'deprecated' ? ended.instead : '' } });
        else cx.report({ ...told, say, args: { image, product, date: ended.date }, ...(say === 'building' ? { severity: 'info' as const } : {}) });
      }
    },
  },
});
