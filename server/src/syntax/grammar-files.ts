import { createRequire } from 'node:module';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Absolute path of a grammar or of the tree-sitter runtime: beside the bundle when bundled, else in the package. */
export function grammarFile(name: string): string {
  const bundled = typeof __dirname === 'string' ? join(__dirname, 'grammars', name) : undefined;
  if (bundled && existsSync(bundled)) return bundled;
  const require = createRequire(join(process.cwd(), 'package.json'));
  const home = name.includes('kotlin') ? join(dirname(require.resolve('tree-sitter-wasms/package.json')), 'out') : dirname(require.resolve('@vscode/tree-sitter-wasm'));
  return join(home, name);
}
