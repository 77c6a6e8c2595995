import { DockerfileParser } from 'dockerfile-ast';
import { LineMap } from '../../base/text.js';
import type { Adapter, Parsed } from '../adapter.js';

function parse(text: string): Parsed<'dockerfile'> {
  const dockerfile = DockerfileParser.parse(text);
  const lines = new LineMap(text);
  const instructions = dockerfile.getInstructions();
  return {
    problems: [],
    visit(keys, each) {
      if (!keys.has('file')) return;
      each('file', {
        dockerfile,
        instructions,
        span: ({ start, end }) => ({ start: lines.offset(start.line, start.character), end: lines.offset(end.line, end.character) }),
      });
    },
    dispose() {},
  };
}

export const dockerfileAdapter: Adapter<'dockerfile'> = { language: 'dockerfile', parse };
