import { say } from '../contract/words.js';
import { diagramCode, pageAssets } from '../host/page-assets.js';
import { extractionHtml, readinessHtml } from '../report/readiness/html.js';
import { assessWorkspace } from '../report/readiness/of-workspace.js';
import { readinessView } from '../report/readiness/view.js';
import { words as reportWords } from '../report/readiness/words.js';
import { architectureBeside } from '../worker/architecture/beside.js';
import type { Choice } from './generate.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { words } from './words.js';

/** Which report is meant. */
export interface ReadinessRequest {
  /** URI of a folder; left out, the user is asked where several are open. */
  readonly target?: string;
  /** The whole report, or only what could be split off. */
  readonly about: 'readiness' | 'extraction';
  /** What only code of the page carries. */
  readonly nonce: string;
}

export type ReadinessAnswer = { readonly target: string; readonly title: string; readonly page: string } | { readonly question: string; readonly choose: readonly Choice[] } | null;

/** The readiness report of a folder as a page. */
export async function readiness(session: Session, { target, about, nonce }: ReadinessRequest): Promise<ReadinessAnswer> {
  await Promise.all(session.folders.map((folder) => (folder.complete ? folder.settled() : scanFolder(session, folder))));
  const meant = session.folders.filter(({ uri }) => target === undefined || uri === target);
  const [only, ...others] = meant;
  if (!only?.conclusion) {
    session.tell('information', session.say(words.noFolder));
    return null;
  }
  if (others.length > 0) return { question: session.say(words.whichFolder), choose: meant.map(({ name, root, uri }) => ({ label: name, description: root, target: uri })) };
  const { workspace, conclusion, name, root, uri, overlay } = only;
  const architecture = await architectureBeside(root, workspace.tasks(), overlay.changes());
  const view = readinessView(name, assessWorkspace(workspace, conclusion, architecture), session.ruleset, session.locale);
  const parts = { ...pageAssets('readiness'), diagrams: diagramCode(), nonce };
  return about === 'extraction'
    ? { target: uri, title: say(reportWords.extractionOf, session.locale, { name }), page: extractionHtml(view, session.locale, parts) }
    : { target: uri, title: say(reportWords.title, session.locale, { name }), page: readinessHtml(view, session.locale, parts) };
}
