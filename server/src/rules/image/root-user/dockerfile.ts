import type { Instruction } from 'dockerfile-ast';
import type { Span } from '../../../base/text.js';
import type { DockerfileNode } from '../../../contract/nodes.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { baseOf, environment, inForce, keywordSpan, lineage, shellText, shippedStage, substitute, type Stage } from '../../../syntax/dockerfile/ask.js';
import { baseUser, startsItself } from '../../../syntax/dockerfile/images.js';
import { needsLowPort } from '../../../syntax/dockerfile/accounts.js';
import { isForeignTool, purposeOf } from '../../../syntax/dockerfile/purpose.js';

/** Only root may do these, so a stage that does them without a `USER` runs as root. */
const needsRoot = /(?:^|[;&|]|\s)(?:apt-get|apt|apk|yum|dnf|microdnf|zypper|tdnf|useradd|adduser|groupadd|addgroup|chown)\s/;
/** Programs that start as root and then give it up. */
const stepsDown = /\b(?:gosu|su-exec|setpriv|runuser|s6-overlay|s6-setuidgid|chpst)\b|\bsudo\s+-u\b|\bsu\s+(?:-\s+)?(?:-s\s+\S+\s+)?\w+\s+-c\b/;

function isRoot(user: string): boolean {
  return /^(?:root|0+)(?::|$)/.test(user);
}

function runText(stage: Stage): string {
  return lineage(stage).flatMap((each) => each.instructions).filter((each) => ['RUN', 'CMD', 'ENTRYPOINT', 'COPY', 'ENV'].includes(each.getKeyword())).map(shellText).join('\n');
}

/** Whether a `RUN` of the line, with no `USER` before it, does what only root may. */
function workedAsRoot(stage: Stage): boolean {
  return lineage(stage).some((each) => each.instructions.some((instruction) => instruction.getKeyword() === 'RUN' && needsRoot.test(` ${shellText(instruction)}`) && !/\bsudo\b/.test(shellText(instruction))));
}

/** What starts as root: the command, or the image when the command comes with it. */
function startingPlace(node: DockerfileNode, last: Stage): Span {
  const starts: Instruction | undefined = inForce(last, 'ENTRYPOINT') ?? inForce(last, 'CMD');
  const image = last.from.getImageRange();
  return starts ? keywordSpan(node, starts) : image ? node.span(image) : keywordSpan(node, last.from);
}

/** Images for several distributions or processors start the same program in the same way: one decision settles them all. */
function causeOf(last: Stage): { readonly cause?: string } {
  const starts = [inForce(last, 'ENTRYPOINT'), inForce(last, 'CMD')].map((each) => (each ? shellText(each).replace(/\s+/g, ' ').trim() : ''));
  return starts.every((each) => each === '') ? {} : { cause: `start ${starts.join(' ').trim()}` };
}

export const rootUser = ruleMatcher({
  language: 'dockerfile',
  needles: 'always',
  on: {
    file(node, cx) {
      const last = shippedStage(node);
      if (!last || purposeOf(cx.path, last) !== 'application' || isForeignTool(cx.path, node)) return;
      if (!inForce(last, 'CMD') && !inForce(last, 'ENTRYPOINT') && !startsItself(last)) return;
      const image = baseOf(last);
      const name = image.text.split('@')[0] ?? '';
      const shared = { ...causeOf(last), data: { fixable: !needsLowPort(last) } };
      const lowered = stepsDown.test(runText(last)) ? { severity: 'info' as const, confidence: 'medium' as const } : {};
      const user = inForce(last, 'USER');
      const argument = user?.getArguments()[0];
      if (argument) {
        const name = substitute(argument.getValue(), environment(last));
        if (name.known && isRoot(name.text)) cx.report({ at: node.span(argument.getRange()), say: 'root', args: { user: name.text }, ...shared, ...lowered });
        return;
      }
      const runsAs = baseUser(image);
      const at = startingPlace(node, last);
      if (runsAs === 'workers') cx.report({ at, say: 'workers', args: { image: name }, severity: 'info', ...shared });
      else if (runsAs === 'root' || (runsAs === 'unknown' && workedAsRoot(last))) cx.report({ at, say: 'noUser', args: { image: name }, ...shared, ...lowered });
      else if (runsAs === 'unknown' && image.known) cx.report({ at, say: 'unknownBase', args: { image: name }, severity: 'info', confidence: 'low', ...shared });
    },
  },
});
