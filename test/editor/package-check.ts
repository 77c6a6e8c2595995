/**
 * Installs a packaged extension as a user would, drives it by keyboard and saves what is on the screen:
 * `tsx test/editor/package-check.ts FILE.vsix SCREENSHOTS [--workspace DIR] [--open FILE]… [--command TITLE]… [--locale LANG]`.
 * Each opened file must show a problem; each command must answer with a preview, a message or a dialog. What the
 * pictures show is for a person to judge.
 */
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { Keyboard } from './host/keyboard';
import { addLanguagePack } from './host/language-pack';
import { repositoryRoot } from './host/paths';
import { createRunFolder, type RunFolder } from './host/run-folder';
import { installExtension, prepareServer, startServer } from './host/vscode-server';
import { findBrowser, openWorkbench } from './host/workbench';

interface Check {
  readonly vsix: string;
  readonly screenshots: string;
  readonly workspace: string;
  readonly files: readonly string[];
  readonly commands: readonly string[];
  readonly locale: string;
}

/** Any of these is an answer to a command; a pick list is not, because the palette itself is one. */
const ANSWERS = '.bulk-edit-panel .monaco-list-row, .notification-toast, .monaco-dialog-box';

function readArguments(): Check {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      workspace: { type: 'string', default: join(repositoryRoot, 'examples', 'spring-shop') },
      open: { type: 'string', multiple: true, default: [] },
      command: { type: 'string', multiple: true, default: [] },
      locale: { type: 'string', default: 'en' },
    },
  });
  const [vsix, screenshots] = positionals;
  if (vsix === undefined || screenshots === undefined) throw new Error('Give the .vsix file and the folder for the screenshots.');
  if (!existsSync(vsix)) throw new Error(`There is no file ${vsix}.`);
  mkdirSync(screenshots, { recursive: true });
  return { vsix: resolve(vsix), screenshots: resolve(screenshots), workspace: resolve(values.workspace), files: values.open, commands: values.command, locale: values.locale };
}

async function drive(keyboard: Keyboard, check: Check): Promise<void> {
  const shot = async (name: string) => console.log(`  ${await keyboard.shot(name)}`);
  await keyboard.ready();
  await shot('opened');
  for (const file of check.files) {
    await keyboard.openFile(file);
    console.log(`${file}: ${await keyboard.nextProblem()}`);
    await shot('problem');
    await keyboard.press('Escape');
    console.log(`quick fixes: ${(await keyboard.quickFixes()).join(' | ')}`);
    await shot('quick-fixes');
    await keyboard.press('Escape');
  }
  for (const command of check.commands) {
    await keyboard.command(command);
    console.log(`${command}: ${await (await keyboard.see(ANSWERS)).innerText()}`);
    await shot('command');
    await keyboard.press('Escape');
  }
}

async function checkInFolder(check: Check, folder: RunFolder): Promise<void> {
  if (check.locale !== 'en') addLanguagePack(check.locale, folder);
  const options = { vscode: prepareServer(), dataFolder: folder.data, locale: check.locale };
  console.log(installExtension(options, check.vsix));
  const server = await startServer(options);
  try {
    const workbench = await openWorkbench({ authority: server.authority, workspace: folder.workspace });
    const keyboard = new Keyboard(workbench.page, check.screenshots);
    try {
      await drive(keyboard, check);
    } catch (error) {
      console.error(`What was on the screen: ${await keyboard.shot('failed')}`);
      throw error;
    } finally {
      await workbench.close();
    }
  } finally {
    await server.stop();
  }
}

async function main(): Promise<void> {
  const check = readArguments();
  findBrowser();
  const folder = createRunFolder([check.workspace]);
  try {
    await checkInFolder(check, folder);
  } finally {
    folder.discard(false);
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
