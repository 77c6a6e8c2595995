import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folders in which the build leaves pages: beside the program, or where sources are built to. */
const folders = [join(import.meta.dirname, 'pages'), join(import.meta.dirname, '../../../dist/pages')];

/** Code of a page that `pages/` holds, and the style of all of them. Throws where the product was not built. */
export function pageAssets(name: 'readiness' | 'simulation' | 'sizing'): { readonly script: string; readonly style: string } {
  return { script: read(`${name}.js`), style: read('page.css') };
}

function read(file: string): string {
  for (const [index, folder] of folders.entries()) {
    try {
      return readFileSync(join(folder, file), 'utf8');
    } catch (error) {
      if (index === folders.length - 1) throw error;
    }
  }
  return '';
}

/** Code that draws Mermaid text, for pages that have pictures. */
export function diagramCode(): string {
  return read('mermaid.js');
}
