import type { Adapter, Parsed } from '../adapter.js';
import { treeSitterAdapter } from '../tree-sitter/adapter.js';
import { codeOfPage, isPage } from './markup.js';

/** Fragments of pages are no complete programs: what does not fit together there is no fault of the file. */
function withoutProblems(parsed: Parsed<'csharp'>): Parsed<'csharp'> {
  return { problems: [], visit: (keys, each) => parsed.visit(keys, each), dispose: () => parsed.dispose() };
}

/** C#, and the C# in pages of ASP.NET (Razor, Web Forms). Rejects when the grammar cannot be loaded. */
export async function csharpAdapter(): Promise<Adapter<'csharp'>> {
  const whole = await treeSitterAdapter('csharp', 'tree-sitter-c-sharp.wasm', 'C#');
  return { language: 'csharp', parse: (text, path) => (isPage(path) ? withoutProblems(whole.parse(codeOfPage(text, path), path)) : whole.parse(text, path)) };
}
