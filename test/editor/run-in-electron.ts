/**
 * Runs the editor suite in desktop VS Code, which @vscode/test-electron downloads. Options: see `passesFromArguments`;
 * MONOLIFT_VSCODE_VERSION chooses another version than the newest stable one. Linux without a display needs xvfb-run.
 */
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { addLanguagePack } from './host/language-pack';
import { passesFromArguments, type Pass } from './host/passes';
import { createRunFolder } from './host/run-folder';

async function download(): Promise<string> {
  try {
    return await downloadAndUnzipVSCode({ version: process.env['MONOLIFT_VSCODE_VERSION'] ?? 'stable', timeout: 30_000 });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `VS Code could not be downloaded: ${reason || 'no answer'}\n` +
        'Where it cannot be downloaded, "npm run test:editor:server" runs the same suite in a VS Code server that comes from npm.',
      { cause: error },
    );
  }
}

async function runPass(executable: string, pass: Pass): Promise<void> {
  console.log(`\n== editor suite, desktop VS Code, language ${pass.locale} ==`);
  const folder = createRunFolder(pass.folders);
  if (pass.locale !== 'en') addLanguagePack(pass.locale, folder);
  try {
    await withinTime(
      pass.timeoutMs,
      runTests({
        vscodeExecutablePath: executable,
        extensionDevelopmentPath: pass.extension,
        extensionTestsPath: pass.suite,
        extensionTestsEnv: pass.grep === undefined ? {} : { MONOLIFT_EDITOR_GREP: pass.grep },
        launchArgs: [folder.workspace.path, '--locale', pass.locale, '--user-data-dir', folder.userData, '--extensions-dir', folder.extensions, '--disable-workspace-trust'],
      }),
    );
  } finally {
    folder.discard(false);
  }
}

/** Ends VS Code when the time is up: its runner listens for interrupts, asks VS Code to close on the first and kills it on the second. */
async function withinTime<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  const timer = setTimeout(() => {
    console.error(`The editor suite timed out after ${timeoutMs / 1000} s.`);
    process.emit('SIGINT');
    process.emit('SIGINT');
  }, timeoutMs);
  try {
    return await work;
  } finally {
    clearTimeout(timer);
  }
}

async function main(): Promise<void> {
  const passes = passesFromArguments(process.argv.slice(2));
  const executable = await download();
  for (const pass of passes) await runPass(executable, pass);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
