import { DockerfileParser } from 'dockerfile-ast';
import { LineMap } from '../../base/text.js';
import type { DockerfileNode } from '../../contract/nodes.js';
import type { Adapter, Parsed } from '../adapter.js';

/** Reads a Dockerfile; fixes use it on the text as it is when they are applied. */
export function readDockerfile(text: string): DockerfileNode {
  const dockerfile = DockerfileParser.parse(text);
  const lines = new LineMap(text);
  return {
    dockerfile,
    instructions: dockerfile.getInstructions(),
    span: ({ start, end }) => ({ start: lines.offset(start.line, start.character), end: lines.offset(end.line, end.character) }),
  };
}

function parse(text: string): Parsed<'dockerfile'> {
  const node = readDockerfile(text);
  return {
    problems: [],
    visit(keys, each) {
      if (keys.has('file')) each('file', node);
    },
    dispose() {},
  };
}

export const dockerfileAdapter: Adapter<'dockerfile'> = { language: 'dockerfile', parse };
