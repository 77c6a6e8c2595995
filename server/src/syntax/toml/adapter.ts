import { ParseError, parseTOML, type AST } from 'toml-eslint-parser';
import type { Adapter, Parsed } from '../adapter.js';

function read(text: string): AST.TOMLProgram | ParseError {
  try {
    return parseTOML(text);
  } catch (error) {
    if (error instanceof ParseError) return error;
    throw error;
  }
}

function parse(text: string): Parsed<'toml'> {
  const ast = read(text);
  return {
    problems: ast instanceof ParseError
      ? [{ at: { start: Math.min(ast.index, text.length), end: Math.min(ast.index + 1, text.length) }, message: { en: `TOML syntax error, so the file is not read: ${ast.message}`, ko: `TOML 구문 오류가 있어 이 파일을 읽지 않습니다: ${ast.message}` } }]
      : [],
    visit(keys, each) {
      if (!(ast instanceof ParseError) && keys.has('document')) each('document', { ast });
    },
    dispose() {},
  };
}

export const tomlAdapter: Adapter<'toml'> = { language: 'toml', parse };
