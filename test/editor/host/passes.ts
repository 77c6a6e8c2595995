import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { builtSuite, repositoryRoot } from './paths';

/** One run of the suite in one VS Code window. */
export interface Pass {
  /** Display language of the window; it decides which test files run. */
  readonly locale: string;
  /** Folders whose copies are opened as the roots of the workspace. */
  readonly folders: readonly string[];
  /** The extension under test, unpacked. */
  readonly extension: string;
  /** The built entry point of the suite. */
  readonly suite: string;
  /** Only tests whose full title contains this text; all when undefined. */
  readonly grep: string | undefined;
  /** When to give up on the whole pass. */
  readonly timeoutMs: number;
}

const LOCALES = ['en', 'ko'];

/**
 * Reads the options that every host understands:
 * `--locale LANG` (both languages one after the other when left out), `--workspace DIR` (repeatable; all examples when
 * left out), `--extension DIR`, `--suite FILE`, `--grep TEXT`, `--timeout SECONDS` per pass.
 */
export function passesFromArguments(args: readonly string[]): Pass[] {
  const { values } = parseArgs({
    args: [...args],
    options: {
      locale: { type: 'string', multiple: true, default: LOCALES },
      workspace: { type: 'string', multiple: true },
      extension: { type: 'string', default: repositoryRoot },
      suite: { type: 'string', default: builtSuite },
      grep: { type: 'string' },
      timeout: { type: 'string', default: '300' },
    },
  });
  const seconds = Number(values.timeout);
  if (!(seconds > 0)) throw new Error(`--timeout takes a number of seconds, not "${values.timeout}".`);
  const folders = values.workspace?.map((folder) => resolve(folder)) ?? exampleFolders();
  return values.locale.map((locale) => ({
    locale,
    folders,
    extension: resolve(values.extension),
    suite: resolve(values.suite),
    grep: values.grep,
    timeoutMs: seconds * 1000,
  }));
}

function exampleFolders(): string[] {
  const examples = join(repositoryRoot, 'examples');
  return readdirSync(examples, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => join(examples, entry.name));
}
