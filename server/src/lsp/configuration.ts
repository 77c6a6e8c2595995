import type { Locale } from '../contract/words.js';
import { showOpenDocuments } from './open-documents.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';

/** `monolift.*` as the client stores it; anything may be missing or of another type. */
interface Configuration {
  readonly enable?: unknown;
  readonly language?: unknown;
}

/** Korean for any Korean tag (`ko`, `ko-KR`), else English. */
export function toLocale(language: string | undefined): Locale {
  return /^ko(?:[-_]|$)/i.test(language ?? '') ? 'ko' : 'en';
}

/** `didChangeConfiguration`: settings take effect at once. */
export function registerConfiguration(session: Session): void {
  session.connection.onDidChangeConfiguration(async ({ settings }) => {
    const before = { enabled: session.enabled, locale: session.locale };
    const sent = (settings as { monolift?: Configuration } | null | undefined)?.monolift;
    if (session.client.configuration) await readConfiguration(session);
    else if (sent) apply(session, sent);
    if (session.enabled !== before.enabled) await switched(session);
    else if (session.locale !== before.locale) session.folders.forEach((folder) => session.concluded(folder));
  });
}

/** Asks the client for the settings, when it can be asked. */
export async function readConfiguration(session: Session): Promise<void> {
  if (!session.client.configuration) return;
  apply(session, ((await session.connection.workspace.getConfiguration('monolift')) ?? {}) as Configuration);
}

function apply(session: Session, { enable, language }: Configuration): void {
  session.enabled = enable !== false;
  session.locale = language === 'en' || language === 'ko' ? language : session.editorLocale;
}

async function switched(session: Session): Promise<void> {
  session.status.update();
  for (const folder of session.folders) {
    if (session.enabled) showOpenDocuments(session, folder);
    else session.publisher.clear(folder);
  }
  if (session.enabled) await Promise.all(session.folders.map((folder) => scanFolder(session, folder)));
}
