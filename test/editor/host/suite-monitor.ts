import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** How a suite ended: its own verdict, or why there is none. */
export type Outcome = 'passed' | 'failed' | 'failed outside its tests' | 'timed out' | 'was left by the server' | 'ended without a report';

/** Tells the suite's lines from what VS Code itself logs on the same way. */
const MARK = '[suite] ';
const SUMMARY = /^\d+ passed, (\d+) failed$/;
const LAST_SEEN_LINES = 25;

/** Follows one suite from outside: prints its lines, remembers the rest, and knows how it ended. */
export class SuiteMonitor {
  /** To be set for the extension host, so that the suite marks its lines. */
  readonly environment = { MONOLIFT_EDITOR_MARK: MARK };

  private readonly workbenchLog: string[] = [];
  private page: Page | undefined;
  private lastLine = 'nothing';
  private failures: number | undefined;
  private screenshot: Promise<string> | undefined;
  private exit: (code: number) => void = () => undefined;
  private readonly exited = new Promise<number>((resolve) => {
    this.exit = resolve;
  });

  /** @param evidence an existing folder for the screenshot and log of a failure */
  constructor(private readonly evidence: string) {}

  /** To be called before VS Code loads in the page, which looks for these functions when it starts. */
  async attach(page: Page): Promise<void> {
    this.page = page;
    await page.exposeFunction('codeAutomationLog', (kind: string, args: unknown[]) => this.take(kind, args));
    await page.exposeFunction('codeAutomationExit', (code: number) => this.exit(code));
    page.on('pageerror', (error) => this.workbenchLog.push(`page error: ${error.message}`));
    page.on('crash', () => this.workbenchLog.push('the page crashed'));
  }

  /** Resolves when the suite or the server ends or the time is up; never rejects. */
  async outcome(timeoutMs: number, serverEnded: Promise<unknown>): Promise<Outcome> {
    let timer: NodeJS.Timeout | undefined;
    const timedOut = new Promise<Outcome>((resolve) => {
      timer = setTimeout(() => resolve('timed out'), timeoutMs);
    });
    const ended = this.exited.then((code) => this.verdict(code));
    const outcome = await Promise.race([ended, timedOut, serverEnded.then((): Outcome => 'was left by the server')]);
    clearTimeout(timer);
    return outcome;
  }

  /** Says what was last seen and where the screenshot and the full log are. */
  async reportFailure(outcome: Outcome, serverOutput: string): Promise<void> {
    const log = join(this.evidence, 'vscode.log');
    writeFileSync(log, `${this.workbenchLog.join('\n')}\n\n== server ==\n${serverOutput}`);
    console.error(`\nThe editor suite ${outcome}. Last line of the suite: ${this.lastLine}`);
    if (outcome !== 'failed') console.error(`Last lines of VS Code:\n${this.workbenchLog.slice(-LAST_SEEN_LINES).join('\n')}`);
    console.error(`Screenshot: ${await (this.screenshot ?? this.takeScreenshot())}`);
    console.error(`Log of VS Code: ${log}`);
  }

  private verdict(code: number): Outcome {
    if (this.failures === undefined) return 'ended without a report';
    if (this.failures > 0) return 'failed';
    return code === 0 ? 'passed' : 'failed outside its tests';
  }

  private take(kind: string, args: readonly unknown[]): void {
    const text = args.map((arg) => (typeof arg === 'string' ? arg : String(arg))).join(' ');
    if (!text.startsWith(MARK)) {
      this.workbenchLog.push(`${kind}: ${text}`);
      return;
    }
    const line = text.slice(MARK.length);
    console.log(line);
    if (line.trim() !== '') this.lastLine = line.trim();
    const summary = SUMMARY.exec(line);
    if (summary !== null) this.failures = Number(summary[1]);
    // At the first failure the window still shows what went wrong; at the end of the suite it may not.
    if (line.trimStart().startsWith('✖')) this.screenshot ??= this.takeScreenshot();
  }

  private async takeScreenshot(): Promise<string> {
    const path = join(this.evidence, 'screenshot.png');
    try {
      await this.page?.screenshot({ path, timeout: 10_000 });
      return path;
    } catch (error) {
      return `none, ${error instanceof Error ? error.message : String(error)}`;
    }
  }
}
