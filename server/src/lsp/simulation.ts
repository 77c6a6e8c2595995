import { autoscalerValues, takesWindows } from '../generators/autoscaler-values.js';
import { say } from '../contract/words.js';
import { pageAssets } from '../host/page-assets.js';
import { prepare } from '../laboratory/from-manifest.js';
import { knobsOf, type Knobs } from '../laboratory/knobs.js';
import { pageOf } from '../laboratory/page.js';
import type { Setup } from '../laboratory/setup.js';
import { autoscalersOf, type Autoscaler } from './autoscalers.js';
import type { Choice } from './generate.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { words } from './words.js';
import { toWorkspaceEdit } from './workspace-edit.js';

/** Which simulation is meant. */
export interface SimulationRequest {
  /** Id of an autoscaler; left out, the user is asked. */
  readonly target?: string;
  /** File in which the user is: its autoscalers go before all others. */
  readonly uri?: string;
  /** With it, the answer brings the page, whose code carries it. */
  readonly nonce?: string;
}

/** A simulation for the client to show. */
export interface Simulation {
  readonly target: string;
  readonly title: string;
  /** The manifests that it was read from; when they change, it is asked for again. */
  readonly files: readonly string[];
  readonly setup: Setup;
  readonly notes: readonly string[];
  readonly page?: string;
}

export type SimulationAnswer = Simulation | { readonly question: string; readonly choose: readonly Choice[] } | null;

/** The simulation of an autoscaler; a question when there are several; `null` after telling why there is none. */
export async function simulation(session: Session, request: SimulationRequest): Promise<SimulationAnswer> {
  await Promise.all(session.folders.map((folder) => (folder.complete ? folder.settled() : scanFolder(session, folder))));
  const all = autoscalersOf(session);
  const here = all.filter(({ folder, fact }) => folder.uriOf(fact.file) === request.uri);
  const meant = request.target !== undefined ? all.filter(({ id }) => id === request.target) : here.length > 0 ? here : all;
  const [only, ...others] = meant;
  if (only && others.length === 0) return simulated(session, only, request.nonce);
  if (only) return { question: session.say(words.whichAutoscaler), choose: meant.map((each) => choiceOf(session, each)) };
  // An open page asks again while its manifest is typed at; it just keeps what it has.
  if (request.target === undefined) session.tell('information', session.say(session.folders.length === 0 ? words.noFolder : words.noAutoscaler));
  return null;
}

function choiceOf({ folders }: Session, { id, folder, fact }: Autoscaler): Choice {
  return { label: fact.value.name ?? fact.value.target.name ?? '', description: `${folders.length > 1 ? `${folder.name}/` : ''}${fact.file}`, target: id };
}

function simulated(session: Session, { id, folder, fact }: Autoscaler, nonce: string | undefined): Simulation | null {
  const { locale } = session;
  const prepared = folder.conclusion && prepare(folder.conclusion.model, fact, locale);
  if (!prepared) return null;
  if ('fault' in prepared) {
    if (nonce !== undefined) session.tell('warning', prepared.fault);
    return null;
  }
  const { setup, notes, files } = prepared;
  return {
    target: id, title: say(words.simulationOf, locale, { name: setup.autoscalers[0]?.name ?? '' }), files: files.map((file) => folder.uriOf(file)), setup, notes,
    ...(nonce === undefined ? {} : { page: pageOf({ setup, lang: locale, file: fact.file }, notes, { ...pageAssets('simulation'), nonce }) }),
  };
}

/** Writes the knobs that were turned into the manifest; the document stays unsaved, so that it can be looked at and undone. */
export async function writeAutoscaler(session: Session, target: string, knobs: Knobs): Promise<boolean> {
  await Promise.all(session.folders.map((folder) => folder.settled()));
  const found = autoscalersOf(session).find(({ id }) => id === target);
  const prepared = found?.folder.conclusion && prepare(found.folder.conclusion.model, found.fact, session.locale);
  const spec = prepared && 'setup' in prepared ? prepared.setup.autoscalers[0]?.spec : undefined;
  if (!found || !spec) {
    session.tell('warning', session.say(words.notWritable));
    return false;
  }
  const { folder, fact } = found;
  const before = knobsOf(spec);
  const turned = Object.fromEntries(Object.entries(knobs).filter(([key, value]) => value !== before[key as keyof Knobs]));
  const edits = autoscalerValues(fact.file, folder.workspace.text(fact.file) ?? '', fact.value, turned);
  if (!edits) {
    session.tell('warning', session.say(takesWindows(fact.value) ? words.notWritable : words.noWindows));
    return false;
  }
  if (edits.length === 0) return true;
  const { applied } = await session.connection.workspace.applyEdit({ label: session.say(words.writeAutoscaler), edit: toWorkspaceEdit(session, folder, edits, undefined) });
  return applied;
}
