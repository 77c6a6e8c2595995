import { stringify } from 'yaml';
import type { Json } from '../../base/json.js';
import type { GraphRoute, GraphUnit, ModuleGraph } from '../graph/graph.js';
import { groups } from './affinity.js';
import type { Candidate, Operation } from './candidate.js';
import { byText } from './partition.js';
import { isQuestion } from './questions.js';
import { Schemas, isPlumbing, isScalar } from './schemas.js';
import { shortName } from './short.js';
import { wordsOf } from './words.js';

type Entry = { readonly [key: string]: Json };
interface Route { readonly path: string; readonly verb: string; readonly operation: Entry }

/**
 * A sketch of the candidate's API in OpenAPI 3.1, as YAML: its routes as they are, and below `/internal` the methods that
 * the rest of the application calls today. Types are stubs that name the class they stand for.
 */
export function openapi(graph: ModuleGraph, candidate: Candidate): string {
  const schemas = new Schemas(graph);
  const units = new Map(graph.units.map((unit) => [unit.id, unit] as const));
  const routes = [...candidate.routes.map((route) => routeEntry(route, units.get(route.unit), schemas)), ...candidate.inbound.map((operation) => callEntry(operation, schemas))];
  return stringify({
    openapi: '3.1.0',
    info: { title: candidate.name, version: '0.1.0', description: `Sketch of what ${candidate.name} offers once it is a service of its own.` },
    tags: [...(candidate.routes.length > 0 ? [{ name: 'routes', description: 'Requests of today' }] : []), ...(candidate.inbound.length > 0 ? [{ name: 'calls', description: 'Calls of today from other parts of the application' }] : [])],
    paths: pathsOf(routes),
    ...(schemas.isEmpty() ? {} : { components: { schemas: schemas.all() } }),
  }, { lineWidth: 0, aliasDuplicateObjects: false });
}

/** One entry for each path and verb, ids of operations made unique. Paths that differ only in names of parameters are the same to OpenAPI. */
function pathsOf(routes: readonly Route[]): Entry {
  const taken = new Set<string>();
  const paths = [...groups(routes, ({ path }) => path.replace(/\{[^}]*\}/g, '{}')).values()].map((same) => {
    const path = same[0]?.path ?? '/';
    const verbs = [...groups(same.filter((route) => route.path === path || !route.path.includes('{')), ({ verb }) => verb)].flatMap(([verb, [first]]) => (first ? [[verb, named(first.operation, taken)] as const] : []));
    return [path, Object.fromEntries(verbs)] as const;
  });
  return Object.fromEntries(paths.sort(([a], [b]) => byText(a, b)));
}

function named(operation: Entry, taken: Set<string>): Entry {
  const wanted = String(operation['operationId']);
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}${number}`;
  taken.add(id);
  return { ...operation, operationId: id };
}

const verbs: ReadonlySet<string> = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);
const withBody: ReadonlySet<string> = new Set(['put', 'post', 'patch']);

function routeEntry({ path: written, verb: asked, unit, method, at }: GraphRoute, declared: GraphUnit | undefined, schemas: Schemas): Route {
  const path = template(written);
  const verb = verbs.has(asked.toLowerCase()) ? asked.toLowerCase() : 'get';
  const parameters = (declared?.methods.find(({ name }) => name === method)?.parameters ?? []).filter(({ type }) => !isPlumbing(type));
  const result = declared?.methods.find(({ name }) => name === method)?.result;
  const inPath = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const typeOf = (name: string): Json => schemas.of(parameters.find((each) => each.name === name)?.type ?? 'String');
  const others = parameters.filter(({ name }) => !inPath.includes(name));
  const body = withBody.has(verb) ? others.find(({ type }) => !isScalar(type)) : undefined;
  return {
    path, verb,
    operation: {
      operationId: camel(shortName(unit), method), tags: ['routes'], description: `${shortName(unit)}.${method} (${at.file}:${at.line})`,
      ...parametersEntry([...inPath.map((name) => ({ name, in: 'path', required: true, schema: typeOf(name) })), ...others.filter(({ type }) => isScalar(type)).map(({ name, type }) => ({ name, in: 'query', schema: schemas.of(type) }))]),
      ...(body ? { requestBody: { content: { 'application/json': { schema: schemas.of(body.type) } } } } : {}),
      // A page's controller gives the name of its view.
      responses: answer(result === 'String' ? undefined : result, schemas),
    },
  };
}

/** A call becomes a request: asking for something with plain values is a GET, everything else a POST. */
function callEntry({ unit, method, parameters = [], result, callers, at }: Operation, schemas: Schemas): Route {
  const told = parameters.filter(({ type }) => !isPlumbing(type));
  const isGet = isQuestion(method) && told.every(({ type }) => isScalar(type));
  return {
    path: `/internal/${kebab(shortName(unit))}/${kebab(method)}`, verb: isGet ? 'get' : 'post',
    operation: {
      operationId: camel('internal', shortName(unit), method), tags: ['calls'], description: `Called by ${callers.map(shortName).join(', ')} (${at.file}:${at.line})`,
      ...(isGet ? parametersEntry(told.map(({ name, type }) => ({ name, in: 'query', schema: schemas.of(type) }))) : bodyOf(told, schemas)),
      responses: answer(result, schemas),
    },
  };
}

/** Parameters with names of their own; a second one of the same name and place would be no valid document. */
function parametersEntry(parameters: readonly Entry[]): Entry {
  const unique = [...new Map(parameters.map((each) => [`${String(each['in'])} ${String(each['name'])}`, each] as const)).values()];
  return unique.length > 0 ? { parameters: unique } : {};
}

function bodyOf(parameters: NonNullable<Operation['parameters']>, schemas: Schemas): Entry {
  if (parameters.length === 0) return {};
  const properties = Object.fromEntries(parameters.map(({ name, type }) => [name, schemas.of(type)]));
  return { requestBody: { content: { 'application/json': { schema: { type: 'object', properties } } } } };
}

function answer(result: string | undefined, schemas: Schemas): Entry {
  if (result === 'void') return { '204': { description: 'Done' } };
  if (result === undefined) return { '200': { description: 'OK' } };
  return { '200': { description: 'OK', content: { 'application/json': { schema: schemas.of(result) } } } };
}

/** A path as OpenAPI writes it: `:id`, `<int:id>` and `{id:\\d+}` are `{id}`, wildcards get names. */
export function template(path: string): string {
  const seen = new Map<string, number>();
  const unique = (name: string): string => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return `{${times > 1 ? `${name}${times}` : name}}`;
  };
  const parts = path.split(/[?#]/)[0]?.replace(/[\^$]/g, '').split('/').filter(Boolean) ?? [];
  const written = parts.map((part) => {
    const [, name] = /^(?::|<(?:\w+:)?|\{\*?)([A-Za-z_]\w*)/.exec(part) ?? [];
    if (name !== undefined) return unique(name);
    return /[*{}<>()[\]]/.test(part) ? unique('rest') : part;
  });
  return `/${written.join('/')}`;
}

const kebab = (name: string): string => wordsOf(name).join('-');

function camel(...names: readonly string[]): string {
  const [first = '', ...rest] = names.flatMap((name) => wordsOf(name));
  return first + rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
