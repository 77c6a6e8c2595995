import { validate } from '@readme/openapi-parser';
import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { extract } from '../../../../server/src/assessment/cut/candidates.js';
import { cluster } from '../../../../server/src/assessment/cut/cluster.js';
import type { Candidate } from '../../../../server/src/assessment/cut/candidate.js';
import { extractionJson } from '../../../../server/src/assessment/cut/extraction-json.js';
import { extractionText } from '../../../../server/src/assessment/cut/extraction-text.js';
import { label, pictures } from '../../../../server/src/assessment/cut/mermaid.js';
import { openapi, template } from '../../../../server/src/assessment/cut/openapi.js';
import { Schemas } from '../../../../server/src/assessment/cut/schemas.js';
import type { ModuleGraph } from '../../../../server/src/assessment/graph/graph.js';
import { clinic } from './clinic.js';

const partition = cluster(clinic);
const extraction = extract(clinic, partition);
const first = extraction.candidates[0] as Candidate;
type Document = Exclude<Parameters<typeof validate>[0], string>;

async function checked(text: string): Promise<{ readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> }> {
  const result = await validate(parse(text) as Document);
  assert.ok(result.valid, JSON.stringify(result));
  return parse(text) as { readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
}

describe('OpenAPI sketch', () => {
  it('has the routes as they are and an internal request for each call from outside', async () => {
    const { paths } = await checked(openapi(clinic, first));
    assert.deepEqual(Object.entries(paths).map(([path, verbs]) => [path, Object.keys(verbs)]), [
      ['/internal/owner-service/find', ['get']], ['/internal/pet-store/load', ['get']], ['/owners', ['post']], ['/owners/{id}', ['get']], ['/owners/{id}/pets', ['post']],
    ]);
  });

  it('is valid for every candidate', async () => {
    for (const candidate of extraction.candidates) await checked(openapi(clinic, candidate));
  });

  it('writes types of parameters and results as schemas, and leaves out what frameworks pass', async () => {
    const method = { name: 'save', isPublic: true, parameters: [{ name: 'owner', type: '@Valid Owner' }, { name: 'tags', type: 'List<String>' }, { name: 'request', type: 'HttpServletRequest' }], result: 'ResponseEntity<List<Pet>>', uses: [], inTransaction: false, routes: [], line: 1 };
    const graph: ModuleGraph = { ...clinic, units: clinic.units.map((unit) => (unit.name === 'OwnerController' ? { ...unit, methods: [method] } : unit)) };
    const { paths } = await checked(openapi(graph, first));
    const post = paths['/owners']?.['post'] as { readonly requestBody: unknown; readonly responses: unknown };
    assert.deepEqual(post.requestBody, { content: { 'application/json': { schema: { $ref: '#/components/schemas/Owner' } } } });
    assert.deepEqual(post.responses, { 200: { description: 'OK', content: { 'application/json': { schema: { type: 'array', items: { $ref: '#/components/schemas/Pet' } } } } } });
  });

  it('stays valid where paths differ in names of parameters only, and verbs are any', async () => {
    const [route] = first.routes;
    assert.ok(route);
    const routes = [route, { ...route, path: '/owners/{ownerId}' }, { ...route, path: '/owners/:x/pets/<int:x>', verb: 'ANY' }, { ...route, path: '/owners/{id:\\d+}/**', verb: 'POST' }];
    const { paths } = await checked(openapi(clinic, { ...first, routes, inbound: [...first.inbound, ...first.inbound] }));
    assert.deepEqual(Object.keys(paths).filter((path) => path.startsWith('/owners')), ['/owners/{id}', '/owners/{id}/{rest}', '/owners/{x}/pets/{x2}']);
  });

  it('reads templates of every framework', () => {
    assert.deepEqual(['/a/:id', '/a/<int:id>/', '/a/{id:[0-9]+}', '/a/*', '/a/{*path}', 'a.do', '^a/(?P<year>x)$'].map(template), ['/a/{id}', '/a/{id}', '/a/{id}', '/a/{rest}', '/a/{path}', '/a.do', '/a/{rest}']);
  });

  it('maps types of several languages', () => {
    const schemas = new Schemas(clinic);
    assert.deepEqual(['java.util.Map<String, List<Owner>>', 'int[]', 'string?', 'Optional<LocalDate>', 'Task<Pet>', 'Unheard'].map((type) => schemas.of(type)), [
      { type: 'object', additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/Owner' } } }, { type: 'array', items: { type: 'integer', format: 'int32' } }, { type: 'string' },
      { type: 'string', format: 'date' }, { $ref: '#/components/schemas/Pet' }, {},
    ]);
    assert.deepEqual(Object.keys(schemas.all()), ['Owner', 'Pet']);
  });
});

describe('pictures', () => {
  // Mermaid cleans labels with DOMPurify, which has no methods without a DOM; for parsing they change nothing.
  before(async () => Object.assign((await import('dompurify')).default, { addHook: () => undefined, sanitize: (text: string) => text }));

  const parsed = async (text: string): Promise<void> => {
    const { default: mermaid } = await import('mermaid');
    await mermaid.parse(text);
  };

  it('are Mermaid in both languages', async () => {
    for (const locale of ['en', 'ko'] as const) for (const candidate of extraction.candidates) for (const { text } of pictures(clinic, partition, candidate, locale)) await parsed(text);
    await assert.rejects(parsed('flowchart TB\n  a["b"c"]'));
  });

  it('go from three tiers over the first candidate to a database for each part', () => {
    const [today, refactoring, goal] = pictures(clinic, partition, first, 'en');
    assert.match(today?.text ?? '', /web --> was\n {2}was --> db/);
    assert.match(refactoring?.text ?? '', /gateway -->\|"\/owners"\| api\n.*\n.*\n {2}logic --> own\n {2}rest -->\|"calls: 2"\| api/);
    assert.equal([...(goal?.text ?? '').matchAll(/\[\("DB: /g)].length, 3);
    assert.deepEqual(pictures(clinic, partition, undefined, 'en').map(({ id }) => id), ['today', 'microservices']);
  });

  it('escape what a label could break', async () => {
    const text = 'a "quoted" <b> & #end;\nx';
    await parsed(`flowchart TB\n  a["${label(text)}"]`);
    assert.doesNotMatch(label(text), /["<>\n]/);
  });
});

describe('an extraction', () => {
  it('is JSON with the part of each class, the measures and the candidates', () => {
    const json = JSON.parse(JSON.stringify(extractionJson('clinic', clinic, partition, extraction, 'en'))) as Record<string, unknown>;
    assert.deepEqual(Object.keys(json), ['version', 'application', 'partition', 'clusters', 'edges', 'metrics', 'candidates', 'passedOver', 'unread']);
    assert.equal((json['partition'] as Record<string, string>)['clinic.data.Pet'], 'owners');
    assert.deepEqual(json['edges'], [{ from: 'invoices', to: 'common', calls: 13 }, { from: 'invoices', to: 'owners', calls: 1 }, { from: 'owners', to: 'common', calls: 10 }, { from: 'visits', to: 'common', calls: 13 }, { from: 'visits', to: 'invoices', calls: 1 }, { from: 'visits', to: 'owners', calls: 1 }]);
    assert.equal((json['candidates'] as readonly { readonly name: string }[])[0]?.name, 'owners');
  });

  it('is text in both languages, without open places', () => {
    for (const locale of ['en', 'ko'] as const) assert.doesNotMatch(extractionText('clinic', clinic, partition, extraction, locale).replace(/\{(?:id|name)\}/g, ''), /\{\w+\}|undefined/);
    assert.match(extractionText('clinic', clinic, partition, extraction, 'en'), /^clinic \(classes: 19, parts: 3\)\n {2}invoices: classes: 5; tables: invoice_lines, invoices\n/);
    assert.match(extractionText('clinic', clinic, partition, extraction, 'ko'), /1\. owners – 규모 S/);
  });
});
