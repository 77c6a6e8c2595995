import { isDocument, parseAllDocuments } from 'yaml';
import type { Adapter, Parsed, SyntaxProblem } from '../adapter.js';
import { maskTemplate } from './helm.js';

const problemLimit = 5;

function parse(text: string): Parsed<'yaml'> {
  const masked = maskTemplate(text);
  // Keys that repeat are an error for Kubernetes but common in hand-written files; the reader's data must not be lost for it.
  const parsed = parseAllDocuments(masked.text, { uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  const documents = Array.isArray(parsed) ? parsed.filter((document) => isDocument(document)) : [];
  const errors: SyntaxProblem[] = masked.templated
    ? [] // A template is not YAML until it is rendered: what does not parse is left alone.
    : documents.flatMap((document) => document.errors).slice(0, problemLimit).map((error) => ({
        at: { start: error.pos[0], end: Math.max(error.pos[0] + 1, error.pos[1]) },
        message: { en: `YAML syntax error: ${error.message}`, ko: `YAML 구문 오류: ${error.message}` },
      }));
  return {
    problems: errors,
    visit(keys, each) {
      if (!keys.has('document')) return;
      documents.forEach((doc, index) => {
        if (doc.contents !== null) each('document', { doc, index, templated: masked.templated });
      });
    },
    dispose() {},
  };
}

export const yamlAdapter: Adapter<'yaml'> = { language: 'yaml', parse };
