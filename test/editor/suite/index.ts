import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { LineReporter } from './line-reporter';

/** More than the waits of one test take together, because a wait that gives up tells more than a test that does. */
const TEST_TIMEOUT_MS = 120_000;

/**
 * Entry point that VS Code calls in its extension host: runs every test file built beside this one.
 * `*.ko.test.js` runs when VS Code speaks that language, all others when it speaks English, so that no test has to
 * skip itself. Rejects when a test failed or none ran, which VS Code turns into a non-zero exit code.
 */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: TEST_TIMEOUT_MS, forbidOnly: true, forbidPending: true, reporter: LineReporter });
  const grep = process.env['MONOLIFT_EDITOR_GREP'];
  if (grep) mocha.fgrep(grep);
  for (const file of testFiles(vscode.env.language)) mocha.addFile(file);
  const { failures, tests } = await runAll(mocha);
  if (failures > 0) throw new Error(`${failures} of the editor tests failed.`);
  if (tests === 0) throw new Error(`No editor test was found for the language "${vscode.env.language}".`);
}

function runAll(mocha: Mocha): Promise<{ failures: number; tests: number }> {
  return new Promise((resolve) => {
    const runner = mocha.run((failures) => resolve({ failures, tests: runner.stats?.tests ?? 0 }));
  });
}

function testFiles(language: string): string[] {
  return readdirSync(__dirname)
    .filter((name) => name.endsWith('.test.js') && languageOf(name) === languageOf(`.${language}.test.js`))
    .sort()
    .map((name) => join(__dirname, name));
}

/** The language a test file is for: `x.ko.test.js` → `ko`; none or English → `en`. */
function languageOf(name: string): string {
  return /\.([a-z]{2})(?:-[a-z]+)?\.test\.js$/i.exec(name)?.[1]?.toLowerCase() ?? 'en';
}
