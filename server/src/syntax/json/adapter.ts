import { parseTree, printParseErrorCode, type ParseError } from 'jsonc-parser';
import type { Adapter, Parsed } from '../adapter.js';

const problemLimit = 5;

function parse(text: string): Parsed<'json'> {
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true, disallowComments: false, allowEmptyContent: true });
  return {
    problems: errors.slice(0, problemLimit).map((error) => ({
      at: { start: error.offset, end: error.offset + Math.max(1, error.length) },
      message: { en: `JSON syntax error: ${printParseErrorCode(error.error)}`, ko: `JSON 구문 오류: ${printParseErrorCode(error.error)}` },
    })),
    visit(keys, each) {
      if (root && keys.has('document')) each('document', { root });
    },
    dispose() {},
  };
}

export const jsonAdapter: Adapter<'json'> = { language: 'json', parse };
