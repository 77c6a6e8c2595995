import { ruleMatcher } from '../../../contract/rule.js';
import { contributing, lineage, shippedStage, stagesOf } from '../../../syntax/dockerfile/ask.js';
import { purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { productNames } from './lines.js';
import { successorOf } from './successor.js';
import { endedSupport, type Ended } from './support.js';

/** Which message fits: what the replicas stand on, what is compiled into the program, or what only builds it. */
function sayOf(ended: Ended, ships: boolean): string {
  if (!ships) return ended.kind !== 'deprecated' && ended.product === 'go' ? 'compiledIn' : 'building';
  return ended.kind === 'deprecated' ? 'deprecated' : 'ended';
}

/** The build argument that a tag or a whole reference comes from; one in front of it only names the registry. */
function deciding(written: string): string | undefined {
  const [, inTag, whole] = /:[^/$]*\$\{?(\w+)|^\$\{?(\w+)[^}]*\}?$/.exec(written) ?? [];
  return inTag ?? whole;
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
      for (const stage of contributing(stages, shipped)) {
        const range = stage.from.getImageRange();
        const ended = stage.parent || !range ? undefined : endedSupport(stage.image);
        if (!range || !ended) continue;
        const written = stage.from.getImage() ?? '';
        const ships = stage === root && purpose === 'application';
        const image = stage.image.text.split('@')[0] ?? '';
        const product = ended.kind === 'deprecated' ? ended.name : `${productNames[ended.product]} ${ended.line}`;
        const argument = deciding(written);
        const say = sayOf(ended, ships);
        const told = { at: node.span(range), data: { fixable: !written.includes('$') && successorOf(stage.image, ended) !== undefined } };
        if (argument !== undefined) cx.report({ ...told, say: 'argument', args: { image, product, date: ended.date, argument }, severity: 'info' });
        else if (say === 'deprecated') cx.report({ ...told, say, args: { image, date: ended.date, instead: ended.kind === 'deprecated' ? ended.instead : '' } });
        else cx.report({ ...told, say, args: { image, product, date: ended.date }, ...(say === 'building' ? { severity: 'info' as const } : {}) });
      }
    },
  },
});
