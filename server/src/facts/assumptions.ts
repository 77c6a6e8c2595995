import type { Fact, FactKind, Settings } from '../contract/workspace.js';

const nowhere = { start: 0, end: 0, startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

/** Fact kind that each assumption of `monolift.yaml` stands for. The value says which answer was given. */
const kinds: Readonly<Record<string, FactKind>> = {
  sessionStore: 'session.external-store',
  scheduleLock: 'schedule.lock',
  fileStorage: 'storage.external',
  logCollection: 'log.console',
};

/** The facts that the user's assumptions stand for, placed at the settings file and valid for every application. */
export function assumedFacts(settings: Settings, file: string, applications: readonly string[]): readonly Fact[] {
  return Object.entries(settings.assume).flatMap(([name, answer]) => {
    const kind = kinds[name];
    if (!kind) return [];
    return applications.map((module) => ({ kind, file, range: nowhere, module, value: { via: `${name}: ${answer}`, assumed: true } }) as Fact);
  });
}
