import { outlineCsharp } from './csharp.js';
import { outlineJava } from './java.js';
import type { Outline } from './outline.js';
import { outlinePython } from './python.js';
import { outlineTypescript } from './typescript.js';

const readers: Readonly<Record<string, (file: string, text: string) => Outline>> = { java: outlineJava, csharp: outlineCsharp, python: outlinePython, typescript: outlineTypescript };

/** Pages and other files that count as a language's besides its code. */
const page = /\.(?:cshtml|razor|aspx|ascx|asax|ashx|asmx|master)$/i;

/** Whether a file is written in a language for what it shows, rather than for what it does. */
export function isPage(file: string): boolean {
  return page.test(file);
}

/** Whether an outline is read of files of a language. */
export function isOutlined(language: string, file: string): boolean {
  return language in readers && !isPage(file);
}

/** The outline of a file; `undefined` for languages that none is read of. */
export function outlineOf(language: string, file: string, text: string): Outline | undefined {
  return isOutlined(language, file) ? readers[language]?.(file, text) : undefined;
}
