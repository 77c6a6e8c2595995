/**
 * Runs the editor suite in a real VS Code server, opened in headless Chromium, where VS Code itself cannot be
 * downloaded. Options: see `passesFromArguments`. Exit code 0 when every test of every pass passed.
 */
import { existsSync } from 'node:fs';
import { addLanguagePack } from './host/language-pack';
import { passesFromArguments, type Pass } from './host/passes';
import { createRunFolder, type RunFolder } from './host/run-folder';
import { SuiteMonitor } from './host/suite-monitor';
import { prepareServer, startServer, type VsCodeServer } from './host/vscode-server';
import { findBrowser, openWorkbench } from './host/workbench';

async function runPass(vscode: string, pass: Pass): Promise<boolean> {
  console.log(`\n== editor suite, VS Code server, language ${pass.locale} ==`);
  const folder = createRunFolder(pass.folders);
  let passed = false;
  try {
    passed = await runInFolder(vscode, pass, folder);
    return passed;
  } finally {
    folder.discard(!passed);
  }
}

async function runInFolder(vscode: string, pass: Pass, folder: RunFolder): Promise<boolean> {
  if (pass.locale !== 'en') addLanguagePack(pass.locale, folder);
  const monitor = new SuiteMonitor(folder.evidence);
  const server = await startServer({
    vscode,
    dataFolder: folder.data,
    locale: pass.locale,
    environment: { ...monitor.environment, ...(pass.grep === undefined ? {} : { MONOLIFT_EDITOR_GREP: pass.grep }) },
  });
  try {
    return await watchSuite(server, pass, folder, monitor);
  } finally {
    await server.stop();
  }
}

async function watchSuite(server: VsCodeServer, pass: Pass, folder: RunFolder, monitor: SuiteMonitor): Promise<boolean> {
  const workbench = await openWorkbench({
    authority: server.authority,
    workspace: folder.workspace,
    tests: { extension: pass.extension, suite: pass.suite },
    prepare: (page) => monitor.attach(page),
  });
  try {
    const outcome = await monitor.outcome(pass.timeoutMs, server.ended);
    if (outcome === 'passed') return true;
    await monitor.reportFailure(outcome, server.output());
    return false;
  } finally {
    await workbench.close();
  }
}

async function main(): Promise<number> {
  const passes = passesFromArguments(process.argv.slice(2));
  const missing = passes.map((pass) => pass.suite).find((suite) => !existsSync(suite));
  if (missing !== undefined) throw new Error(`The suite ${missing} is not built; run "npm run build:editor-tests" first.`);
  // Asked first, because preparing the server takes a minute.
  findBrowser();
  const vscode = prepareServer();
  let failed = 0;
  for (const pass of passes) if (!(await runPass(vscode, pass))) failed += 1;
  return failed === 0 ? 0 : 1;
}

// Leaving through `exit` lets the hooks of the server and the browser end what they started.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
