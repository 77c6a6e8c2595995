import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import type { ChartData } from '../helm/render.js';
import { readStream } from './stream.js';

const problemLimit = 5;

function parse(text: string, _path: string, chart?: ChartData): Parsed<'yaml'> {
  const { documents, templated } = readStream(text, chart);
  const errors: SyntaxProblem[] = templated
    ? [] // A template is not YAML until it is rendered: what does not parse is left alone.
    : documents.flatMap(({ doc }) => doc.errors).slice(0, problemLimit).map((error) => ({
        at: { start: error.pos[0], end: Math.max(error.pos[0] + 1, error.pos[1]) },
        message: { en: `YAML syntax error: ${error.message}`, ko: `YAML 구문 오류: ${error.message}` },
      }));
  return {
    problems: errors,
    visit(keys, each) {
      if (!keys.has('document')) return;
      for (const document of documents) if (document.doc.contents !== null) each('document', document);
    },
    dispose() {},
  };
}

export const yamlAdapter: Adapter<'yaml'> = { language: 'yaml', parse };
