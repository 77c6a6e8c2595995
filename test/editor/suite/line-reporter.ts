import Mocha from 'mocha';

const { EVENT_SUITE_BEGIN, EVENT_SUITE_END, EVENT_TEST_PASS, EVENT_TEST_FAIL, EVENT_RUN_END } = Mocha.Runner.constants;

/**
 * Prints one whole line per call, each behind the mark that the host asks for, because on the way out of the extension
 * host the lines are mixed with those of VS Code itself and have to be told apart.
 */
export class LineReporter extends Mocha.reporters.Base {
  private depth = 0;

  constructor(runner: Mocha.Runner, options?: Mocha.MochaOptions) {
    super(runner, options);
    runner.on(EVENT_SUITE_BEGIN, (suite) => {
      if (suite.title) this.print(suite.title);
      this.depth += 1;
    });
    runner.on(EVENT_SUITE_END, () => {
      this.depth -= 1;
    });
    runner.on(EVENT_TEST_PASS, (test) => this.print(`✔ ${test.title} (${test.duration ?? 0} ms)`));
    runner.on(EVENT_TEST_FAIL, (test, error: Error) => {
      this.print(`✖ ${test.title}`);
      this.printError(error);
    });
    runner.on(EVENT_RUN_END, () => printLine(`${this.stats.passes} passed, ${this.stats.failures} failed`));
  }

  private print(text: string): void {
    printLine(`${'  '.repeat(Math.max(0, this.depth - 1))}${text}`);
  }

  private printError(error: Error & { actual?: unknown; expected?: unknown; generatedMessage?: boolean }): void {
    const lines = (error.stack ?? String(error)).split('\n');
    // A message that the assertion wrote itself already shows both sides.
    if (error.expected !== undefined && error.generatedMessage !== true) {
      lines.push(...`expected: ${show(error.expected)}\nactual:   ${show(error.actual)}`.split('\n'));
    }
    for (const line of lines) this.print(`    ${line}`);
  }
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value, undefined, 1) ?? String(value));
}

function printLine(text: string): void {
  const mark = process.env['MONOLIFT_EDITOR_MARK'] ?? '';
  for (const line of text.split('\n')) console.log(`${mark}${line}`);
}
