import { basename } from 'node:path';
import { say } from '../contract/words.js';
import { copiesOf, type WorkloadFact } from '../facts/kubernetes/relate.js';
import { isProduct } from '../facts/kubernetes/role.js';
import { autoscalerFile, sizedAutoscaler } from '../generators/sized-autoscaler.js';
import { readLoadTest } from '../host/load-test-file.js';
import { FileError } from '../host/named-file.js';
import { pageAssets } from '../host/page-assets.js';
import { sizable } from '../laboratory/from-manifest.js';
import { containerRequest } from '../laboratory/hpa-text.js';
import type { SizingFields, SizingView } from '../laboratory/sizing-fields.js';
import { firstFields, sizedBy, sizingPageOf, type NamedTest } from '../laboratory/sizing-page.js';
import type { Folder } from './folder.js';
import { offer, type Choice } from './generate.js';
import { beginProgress } from './progress.js';
import { scanFolder } from './scan.js';
import type { Session } from './session.js';
import { pathOf } from './uris.js';
import { words } from './words.js';

/** What the client asks about load tests. */
export interface SizingRequest {
  /** URIs of what load-testing tools wrote. */
  readonly files: readonly string[];
  /** The workload; left out, the user is asked. */
  readonly target?: string;
  /** What was set on the page; without it, a page is answered. */
  readonly fields?: SizingFields;
  readonly nonce?: string;
  /** Whether the autoscaler is to be written. */
  readonly create?: boolean;
}

export type SizingAnswer =
  | { readonly target: string; readonly title: string; readonly page: string }
  | { readonly view: SizingView }
  | { readonly question: string; readonly choose: readonly Choice[] }
  | null;

interface Candidate {
  readonly id: string;
  readonly folder: Folder;
  readonly workload: WorkloadFact;
}

/** An autoscaler from load tests, for a workload of the open folders. Answers `null` after telling why there is none, and where there is nothing more to say. */
export async function sizing(session: Session, request: SizingRequest): Promise<SizingAnswer> {
  await Promise.all(session.folders.map((folder) => (folder.complete ? folder.settled() : scanFolder(session, folder))));
  const all = candidates(session);
  const meant = request.target === undefined ? all : all.filter(({ id }) => id === request.target);
  const [only, ...others] = meant;
  if (!only) session.tell('information', session.say(session.folders.length === 0 ? words.noFolder : words.noWorkload));
  else if (others.length > 0) return { question: session.say(words.whichWorkload), choose: meant.map((each) => choiceOf(session, each)) };
  else return answer(session, only, request);
  return null;
}

/** Everything that could be scaled, each once, in the order of folders and files. */
function candidates({ folders }: Session): readonly Candidate[] {
  return folders.flatMap((folder) => {
    const model = folder.conclusion?.model;
    return (model?.facts('k8s.workload') ?? []).filter((workload) => model && isScalable(workload) && copiesOf(model, workload)[0] === workload).map((workload) => ({ id: `${folder.uriOf(workload.file)}#${workload.value.name ?? ''}`, folder, workload }));
  });
}

function isScalable(workload: WorkloadFact): boolean {
  const { kind, name, templated, partial } = workload.value;
  return (kind === 'Deployment' || kind === 'StatefulSet') && name !== undefined && !templated && !partial && !isProduct(workload);
}

function choiceOf({ folders }: Session, { id, folder, workload }: Candidate): Choice {
  return { label: workload.value.name ?? '', description: `${folders.length > 1 ? `${folder.name}/` : ''}${workload.file}`, target: id };
}

async function answer(session: Session, { id, folder, workload }: Candidate, { files, fields, nonce = '', create }: SizingRequest): Promise<SizingAnswer> {
  const { locale } = session;
  const tests = await testsIn(session, files, fields === undefined);
  const model = folder.conclusion?.model;
  if (!tests || !model) return null;
  const known = sizable(model, workload);
  const input = { model, workload, text: (path: string) => folder.workspace.text(path) };
  const set = fields ?? firstFields(tests, known.pod);
  const { view, sized, manifest } = sizedBy(set, tests, known.workload, locale);
  if (create) {
    const edits = sizedAutoscaler(input, { ...sized, manifest, request: containerRequest(sized, known.workload) });
    if (edits) await offer(session, folder, say(words.sizedAutoscaler, locale, { name: known.workload.name }), { edits, notes: [] });
    else session.tell('warning', say(words.cannotGenerate, locale, { name: known.workload.name }));
    return null;
  }
  if (fields) return { view };
  const page = sizingPageOf({ fields: set, names: tests.map(({ name }) => name), view, file: autoscalerFile(input), lang: locale }, { ...pageAssets('sizing'), nonce });
  return { target: id, title: say(words.sizingOf, locale, { name: known.workload.name }), page };
}

/** The load tests of some files; `undefined` after telling what is wrong with one of them. */
async function testsIn(session: Session, files: readonly string[], isNew: boolean): Promise<readonly [NamedTest, ...NamedTest[]] | undefined> {
  const key = JSON.stringify(files);
  const known = session.loadTests.get(key);
  if (known && !isNew) return known;
  const progress = await beginProgress(session, session.say(words.readingTests));
  try {
    const tests: NamedTest[] = [];
    for (const path of files.flatMap((uri) => pathOf(uri) ?? [])) {
      const { test, notes } = await readLoadTest(path);
      tests.push({ name: basename(path), test, notes: notes.map((note) => note[session.locale]) });
    }
    const [first, ...others] = tests;
    if (!first) return undefined;
    session.loadTests.set(key, [first, ...others]);
    return [first, ...others];
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    session.tell('error', error.told[session.locale]);
    return undefined;
  } finally {
    progress.done();
  }
}
