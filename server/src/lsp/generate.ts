import { say, type Localized } from '../contract/words.js';
import type { Edit } from '../contract/rule.js';
import { generatorKinds, generators, nothingFor, sourcesOf, type GeneratorKind, type Source } from '../generators/catalogue.js';
import { scanFolder } from './scan.js';
import type { Folder } from './folder.js';
import type { Session } from './session.js';
import { words } from './words.js';
import { toWorkspaceEdit } from './workspace-edit.js';

/** What the client may choose from, when there is more than one thing to generate for. */
export interface Choice {
  readonly label: string;
  readonly description: string;
  readonly target: string;
}

interface Request {
  readonly kind: GeneratorKind;
  /** One of the offered {@link Choice.target}s; left out at first. */
  readonly target: string | undefined;
}

type Candidate = Choice & { readonly folder: Folder; readonly source: Source };

/** What may be generated, for a list to pick from. */
export function listed(session: Session): { readonly kinds: readonly { readonly kind: GeneratorKind; readonly label: string }[] } {
  return { kinds: generatorKinds.map((kind) => ({ kind, label: generators[kind].label[session.locale] })) };
}

/** Generates files and hands them to the client for confirmation; answers with a question when it must be told for which application. */
export async function generate(session: Session, { kind, target }: Request): Promise<{ readonly question: string; readonly choose: readonly Choice[] } | null> {
  await Promise.all(session.folders.filter(({ complete }) => !complete).map((folder) => scanFolder(session, folder)));
  const all = session.folders.flatMap((folder) => candidates(session, folder, kind));
  const meant = target === undefined ? all : all.filter((candidate) => candidate.target === target);
  const [only, ...others] = meant;
  if (!only) session.tell('information', session.say(nothing(session, kind)));
  else if (others.length > 0) return { question: generators[kind].question[session.locale], choose: meant.map(({ label, description, target: id }) => ({ label, description, target: id })) };
  else await propose(session, only, kind);
  return null;
}

/** What to say where there is nothing to generate for: why an application of the first folder that has a reason is left out, else what is looked for. */
function nothing({ folders }: Session, kind: GeneratorKind): Localized {
  if (folders.length === 0) return words.noFolder;
  const told = folders.flatMap(({ conclusion }) => (conclusion ? [nothingFor(kind, conclusion.model)] : []));
  return told.find((each) => each !== generators[kind].nothing) ?? generators[kind].nothing;
}

function candidates(session: Session, folder: Folder, kind: GeneratorKind): readonly Candidate[] {
  const { conclusion, workspace } = folder;
  if (!conclusion) return [];
  const prefix = session.folders.length > 1 ? `${folder.name}/` : '';
  return sourcesOf(kind, { model: conclusion.model, text: (path) => workspace.text(path), locale: session.locale, options: {} }).map((source) => ({
    folder, source, label: source.label || folder.name, description: `${prefix}${source.place}`, target: `${folder.uri}#${source.label}#${source.place}`,
  }));
}

async function propose(session: Session, { folder, source, label }: Candidate, kind: GeneratorKind): Promise<void> {
  const generated = source.generate();
  if (!generated) session.tell('warning', say(words.cannotGenerate, session.locale, { name: label }));
  else await offer(session, folder, say(generators[kind].title, session.locale, { name: label }), generated);
}

/** Hands changes to the client for confirmation, shows the file that was created, and tells what its reader has to know. */
export async function offer(session: Session, folder: Folder, title: string, { edits, notes }: { readonly edits: readonly Edit[]; readonly notes: readonly string[] }): Promise<void> {
  const answer = await session.connection.workspace.applyEdit({ label: title, edit: toWorkspaceEdit(session, folder, edits, title), metadata: { isRefactoring: true } });
  if (!answer.applied) {
    if (answer.failureReason !== undefined) session.tell('warning', session.say(words.notApplied));
    return;
  }
  const created = edits.find((edit) => edit.do === 'create');
  // A preview that is applied with nothing ticked is no refusal to the client.
  if (created?.do === 'create' && session.client.annotations && workspaceLacks(folder, created.path)) {
    session.tell('information', session.say(words.nothingTicked));
    return;
  }
  if (created?.do === 'create' && session.client.showDocument) await session.connection.window.showDocument({ uri: folder.uriOf(created.path), takeFocus: true });
  if (notes.length > 0) session.tell('information', notes.join(' '));
}

function workspaceLacks(folder: Folder, path: string): boolean {
  return folder.workspace.text(path) === undefined;
}
