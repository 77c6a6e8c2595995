import { ruleMatcher } from '../../../contract/rule.js';
import { baseOf, lineage, matchSpan, shippedStage } from '../../../syntax/dockerfile/ask.js';
import { isForeignTool, purposeOf } from '../../../syntax/dockerfile/purpose.js';
import { secondStage } from './second-stage.js';
import { isBuildImage, leftBehind, startOf } from './tools.js';

function escaped(text: string): RegExp {
  return new RegExp(text.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'));
}

export const singleStage = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const shipped = shippedStage(node);
      const start = shipped && startOf(shipped);
      // What still compiles when it starts is told of for that.
      if (!shipped || !start || start.builds || purposeOf(cx.path, shipped) !== 'application' || isForeignTool(cx.path, node)) return;
      const range = (lineage(shipped).at(-1) ?? shipped).from.getImageRange();
      const data = { fixable: secondStage(shipped) !== undefined };
      if (range && isBuildImage(shipped)) {
        const unsure = start.program ? {} : { severity: 'info' as const, confidence: 'medium' as const };
        cx.report({ at: node.span(range), say: 'buildImage', args: { image: baseOf(shipped).text.split('@')[0] ?? '' }, data, ...unsure });
        return;
      }
      const left = leftBehind(shipped);
      if (!left) return;
      const at = matchSpan(node, cx.text, left.instruction, escaped(left.tool));
      cx.report({ at, say: left.kind, args: { tool: left.tool }, data, ...(left.kind === 'built' && start.program ? {} : { severity: 'info' as const, confidence: 'medium' as const }) });
    },
  },
});
