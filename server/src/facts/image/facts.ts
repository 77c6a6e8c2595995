import { basename, dirname } from '../../base/paths.js';
import { maskSecrets } from '../../base/secrets.js';
import type { DockerfileNode } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { baseOf, commandOf, copiedPaths, environment, inForce, keywordSpan, shippedStage, stagesOf, substitute, type Stage } from '../../syntax/dockerfile/ask.js';
import { userId } from '../../syntax/dockerfile/accounts.js';
import { purposeOf } from '../../syntax/dockerfile/purpose.js';
import { rangeOf } from '../kubernetes/document.js';
import type { DockerImage, ImageCommand, ImageStage } from './kinds.js';

function stageFact({ name, image, parent }: Stage): ImageStage {
  return {
    image: image.text, stage: parent !== undefined,
    ...(name === undefined ? {} : { name }), ...(image.tag === undefined ? {} : { tag: image.tag }), ...(image.digest === undefined ? {} : { digest: image.digest }),
  };
}

function command(last: Stage, keyword: 'CMD' | 'ENTRYPOINT'): ImageCommand | undefined {
  const instruction = inForce(last, keyword);
  if (!instruction) return undefined;
  const read = commandOf(instruction);
  return { form: read.form, text: maskSecrets(read.form === 'exec' ? read.words.join(' ') : read.text) };
}

function ports(last: Stage): readonly number[] {
  const values = environment(last);
  const exposed = last.instructions.filter((each) => each.getKeyword() === 'EXPOSE').flatMap((each) => each.getArguments());
  const numbers = exposed.map((argument) => Number(substitute(argument.getValue(), values).text.replace(/\/(?:tcp|udp)$/i, '')));
  return [...new Set(numbers.filter((port) => Number.isInteger(port) && port > 0 && port < 65536))];
}

/** Dockerfiles often stand in a folder of their own, while the build runs above it. */
export function contextOf(path: string): string {
  const dir = dirname(path);
  return /^(?:docker|dockerfiles?|containers?|build|deploy|deployment|ci|infra|ops|\.docker)$/i.test(basename(dir)) ? dirname(dir) : dir;
}

function healthcheck(last: Stage): DockerImage['healthcheck'] {
  const instruction = inForce(last, 'HEALTHCHECK');
  return instruction && (/^\s*NONE\b/i.test(instruction.getRawArgumentsContent() ?? '') ? 'none' : 'set');
}

function read(node: DockerfileNode, cx: FactFileContext): DockerImage | undefined {
  const { path } = cx;
  const stages = stagesOf(node);
  const last = shippedStage(node);
  if (!last) return undefined;
  const user = inForce(last, 'USER')?.getArguments()[0]?.getValue();
  const id = userId(last);
  const entrypoint = command(last, 'ENTRYPOINT');
  const cmd = command(last, 'CMD');
  const starts = inForce(last, 'CMD') ?? inForce(last, 'ENTRYPOINT');
  const check = healthcheck(last);
  return {
    purpose: purposeOf(path, last), stages: stages.map(stageFact), base: baseOf(last).text, ports: ports(last), context: contextOf(path),
    copies: [...new Set(stages.flatMap((stage) => stage.instructions.flatMap(copiedPaths)))],
    ...(user === undefined ? {} : { user: substitute(user, environment(last)).text }),
    ...(id === undefined ? {} : { userId: id }),
    ...(entrypoint ? { entrypoint } : {}), ...(cmd ? { command: cmd } : {}),
    ...(check === undefined ? {} : { healthcheck: check }), ...(starts ? { startsAt: rangeOf(cx, keywordSpan(node, starts)) } : {}),
  };
}

/** `image.dockerfile`: what each Dockerfile makes. */
export const imageFacts: FactExtractor = {
  kinds: ['image.dockerfile'],
  matchers: [factMatcher({
    language: 'dockerfile',
    needles: 'always',
    on: {
      file(node, cx) {
        const from = node.instructions.filter((each) => each.getKeyword() === 'FROM').at(-1);
        const value = read(node, cx);
        if (from && value) cx.emit('image.dockerfile', node.span(from.getInstructionRange()), value);
      },
    },
  })],
};
