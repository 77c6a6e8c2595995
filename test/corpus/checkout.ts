/** What the commands over a corpus share: reading a checkout, and judging what was written into it. */
import { parseAllDocuments } from 'yaml';
import type { Conclusion } from '../../server/src/engine/conclude.js';
import { DiskHost } from '../../server/src/host/disk.js';
import { productRuleset } from '../../server/src/host/ruleset.js';
import { Workspace } from '../../server/src/host/workspace.js';
import { AdapterPool } from '../../server/src/syntax/load.js';

export const ruleset = productRuleset();
const adapters = new AdapterPool();

interface Manifest {
  readonly apiVersion?: string;
  readonly kind?: string;
}
type Model = new (manifest: unknown) => { validate(): void };

/** What the schema says against a resource; `undefined` when it takes it, or knows no such kind. */
async function schemaFault(manifest: Manifest | null): Promise<string | undefined> {
  if (!manifest?.apiVersion || !manifest.kind || !/^(?:v1|(?:apps|batch|autoscaling|policy|networking\.k8s\.io)\/\w+)$/.test(manifest.apiVersion)) return undefined;
  const kinds = (await import(`kubernetes-models/${manifest.apiVersion}`).catch(() => ({}))) as Readonly<Record<string, Model>>;
  const Kind = kinds[manifest.kind];
  if (!Kind) return undefined;
  try {
    new Kind(manifest).validate();
    return undefined;
  } catch (error) {
    return `${manifest.kind}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What a reader of YAML and the schemas of Kubernetes say against a text. */
export async function faultsOfText(path: string, text: string): Promise<readonly string[]> {
  if (!/\.ya?ml$/.test(path) || text.includes('{{')) return [];
  const documents = parseAllDocuments(text, { uniqueKeys: true, logLevel: 'silent' });
  const read = Array.isArray(documents) ? documents : [];
  const errors = read.flatMap(({ errors: own }) => own.map(({ message }) => message.replace(/ at line [^]*$/, '')));
  const schema = await Promise.all(read.map((document) => schemaFault(document.toJS() as Manifest | null)));
  return [...errors, ...schema.flatMap((fault) => fault ?? [])];
}

/** A checkout, read and concluded. */
export async function load(root: string): Promise<{ readonly workspace: Workspace; readonly conclusion: Conclusion }> {
  const workspace = new Workspace(new DiskHost(root), ruleset, adapters);
  for (const { path } of workspace.tasks()) await workspace.update(path);
  await workspace.lookUp();
  return { workspace, conclusion: workspace.conclude() };
}
