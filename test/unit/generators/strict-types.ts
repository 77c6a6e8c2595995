import { join } from 'node:path';
import ts from 'typescript';
import type { KubernetesObject } from './manifests.js';

/**
 * Checks objects against the types of the Kubernetes API. The validators of `kubernetes-models` let unknown fields pass;
 * the compiler does not, when an object stands in the text of a program as a literal.
 */

/** Custom resources have no types in the package: the fields that their documentation names and that are written here. */
const custom = `
interface Meta { name: string; labels?: Record<string, string>; annotations?: Record<string, string> }
export interface Route { apiVersion: 'route.openshift.io/v1'; kind: 'Route'; metadata: Meta; spec: { host?: string; to: { kind: 'Service'; name: string; weight?: number }; port?: { targetPort: string | number }; tls?: { termination: 'edge' | 'passthrough' | 'reencrypt'; insecureEdgeTerminationPolicy?: 'Allow' | 'Redirect' | 'None' } } }
export interface HTTPRoute { apiVersion: 'gateway.networking.k8s.io/v1'; kind: 'HTTPRoute'; metadata: Meta; spec: { parentRefs?: { name: string; namespace?: string; sectionName?: string }[]; hostnames?: string[]; rules?: { matches?: object[]; backendRefs?: { name: string; port: number; weight?: number }[] }[] } }
export interface ScaledObject { apiVersion: 'keda.sh/v1alpha1'; kind: 'ScaledObject'; metadata: Meta; spec: { scaleTargetRef: { name: string; kind?: string; apiVersion?: string }; pollingInterval?: number; cooldownPeriod?: number; minReplicaCount?: number; maxReplicaCount?: number; triggers: { type: string; metadata: Record<string, string>; authenticationRef?: { name: string } }[] } }
export interface TriggerAuthentication { apiVersion: 'keda.sh/v1alpha1'; kind: 'TriggerAuthentication'; metadata: Meta; spec: { podIdentity?: { provider: string }; secretTargetRef?: { parameter: string; name: string; key: string }[] } }
`;

/** Entry points of the package by the version of the API that they type. */
const modules: Readonly<Record<string, string>> = {
  v1: 'v1', 'apps/v1': 'apps/v1', 'batch/v1': 'batch/v1', 'autoscaling/v2': 'autoscaling/v2', 'policy/v1': 'policy/v1', 'networking.k8s.io/v1': 'networking.k8s.io/v1',
};

const root = join(import.meta.dirname, '../../..');
const program = join(import.meta.dirname, 'strict-types.generated.ts');

function typeOf({ apiVersion, kind }: KubernetesObject): string {
  const module = modules[apiVersion];
  return module === undefined ? kind : `import('kubernetes-models/${module}').I${kind}`;
}

function literals(objects: readonly KubernetesObject[]): string {
  return objects.map((object, index) => `export const object${index}: ${typeOf(object)} = ${JSON.stringify(object)};`).join('\n');
}

/** What the compiler says of the objects; empty when every field is one of the API. */
export function unknownFields(objects: readonly KubernetesObject[]): readonly string[] {
  const text = `${custom}\n${literals(objects)}\n`;
  const options: ts.CompilerOptions = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists, readFile } = host;
  host.getSourceFile = (path, ...rest) => (path === program ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022) : getSourceFile.call(host, path, ...rest));
  host.fileExists = (path) => path === program || fileExists.call(host, path);
  host.readFile = (path) => (path === program ? text : readFile.call(host, path));
  host.getCurrentDirectory = () => root;
  const made = ts.createProgram([program], options, host);
  const source = made.getSourceFile(program);
  return [...made.getSyntacticDiagnostics(source), ...made.getSemanticDiagnostics(source)].map(({ messageText, start = 0 }) => {
    const line = text.slice(0, start).split('\n').length - custom.split('\n').length - 1;
    const { kind, metadata } = objects[line] ?? { kind: '?', metadata: { name: '?' } };
    return `${kind} ${metadata.name}: ${ts.flattenDiagnosticMessageText(messageText, ' ')} at ${text.slice(start, start + 60)}`;
  });
}
