import assert from 'node:assert/strict';
import { extract } from '../../../../server/src/assessment/cut/candidates.js';
import { cluster } from '../../../../server/src/assessment/cut/cluster.js';
import type { Statement } from '../../../../server/src/assessment/statement.js';
import type { ModuleGraph } from '../../../../server/src/assessment/graph/graph.js';
import { say } from '../../../../server/src/contract/words.js';
import { clinic } from './clinic.js';
import { cut, draw } from './draw.js';

const inWords = ({ text, args }: Statement): string => say(text, 'en', args);
const candidateOf = (name: string, graph: ModuleGraph = clinic): ReturnType<typeof extract>['candidates'][number] => {
  const found = extract(graph, cluster(graph)).candidates.find((each) => each.name === name);
  assert.ok(found, `${name} is no candidate`);
  return found;
};

describe('extraction candidates', () => {
  it('come easiest first', () => {
    // owners is called twice and cuts nothing; the other two share a transaction, and visits calls and reads more outside.
    assert.deepEqual(extract(clinic, cluster(clinic)).candidates.map(({ name }) => name), ['owners', 'invoices', 'visits']);
  });

  it('say what moves', () => {
    const { units, lines, tables, prefix, routes } = candidateOf('invoices');
    assert.equal(units.length, 5);
    assert.equal(lines, 250);
    assert.deepEqual(tables, [{ table: 'invoice_lines', at: { file: 'InvoiceLine.java', line: 9 } }, { table: 'invoices', at: { file: 'Invoice.java', line: 8 } }]);
    assert.deepEqual([prefix, routes.length], ['/invoices', 2]);
  });

  it('make an API of what is called from outside, with its parameters', () => {
    const [operation, ...rest] = candidateOf('invoices').inbound;
    assert.deepEqual(rest, []);
    assert.deepEqual(operation, { unit: 'clinic.service.InvoiceService', method: 'open', parameters: [{ name: 'id', type: 'long' }], result: 'String', callers: ['clinic.service.VisitService'], at: { file: 'VisitService.java', line: 16 } });
  });

  it('name the calls that leave, but not those into the library', () => {
    assert.deepEqual(candidateOf('invoices').outbound.map(({ unit, part, methods }) => [unit, part, methods]), [['clinic.service.OwnerService', 'owners', ['find']]]);
  });

  it('say who keeps a shared table and how the other side gets its data', () => {
    assert.deepEqual(candidateOf('visits').shared.map(({ advice, ...rest }) => ({ ...rest, advice: inWords(advice) })), [{
      table: 'pets', keeper: 'owners', how: 'api', writers: [], readers: ['clinic.data.VisitStore'],
      advice: 'Table pets stays with owners. The new service only reads it, in VisitStore: ask the API of owners.',
    }]);
    assert.match(inWords(candidateOf('owners').shared[0]?.advice as Statement), /^Table pets moves\. Outside it is only read, by VisitStore/);
  });

  it('copies for many readers, and lets one side alone write', () => {
    const readers = ['VisitStore reads owners', 'VisitService reads owners', 'InvoiceService reads owners', 'InvoiceStore writes pets'];
    const wide = { ...clinic, tables: [...clinic.tables, ...readers.map((text) => drawnUse(text))] };
    const { shared, reasons, risks } = candidateOf('owners', wide);
    assert.deepEqual(shared.map(({ table, how }) => [table, how]), [['owners', 'replica'], ['pets', 'api']]);
    assert.match(inWords(shared[1]?.advice as Statement), /written by InvoiceStore: call the API of the new service there/);
    assert.ok(!reasons.map(inWords).some((text) => text.startsWith('No class outside writes')));
    assert.match(risks.map(inWords).join(' '), /written outside as well \(InvoiceStore\)/);
    assert.equal(candidateOf('invoices', wide).shared.find(({ table }) => table === 'pets')?.how, 'event');
  });

  it('say what becomes of transactions that are cut', () => {
    const [inside] = candidateOf('visits').transactions;
    assert.deepEqual([inside?.moving, inside?.staying, inside?.advice.evidence], [['visits'], ['invoices'], [{ file: 'VisitService.java', line: 2 }]]);
    assert.match(inWords(inside?.advice as Statement), /VisitService\.plan .*outbox record/);
    assert.match(inWords(candidateOf('invoices').transactions[0]?.advice as Statement), /begins outside .* saga/);
  });

  it('prove every statement with a place', () => {
    for (const { reasons, risks, shared, transactions } of extract(clinic, cluster(clinic)).candidates) {
      for (const statement of [...reasons, ...risks, ...[...shared, ...transactions].map(({ advice }) => advice)]) assert.ok(statement.evidence.length > 0, inWords(statement));
    }
  });

  it('size the effort with its counts', () => {
    const { effort } = candidateOf('owners');
    // 6 classes · 0.2 + 0.3 thousand lines + 2 tables · 0.5 + 2 methods · 0.5 + 1 table that is read · 1 = 4.5 days.
    assert.equal(effort.size, 'S');
    assert.equal(inWords(effort.reason), 'classes: 6 (300 lines), tables: 2, methods that become an API: 2, methods called outside: 0, shared tables: 1, transactions cut: 0, references between stored objects: 0');
  });
});

function drawnUse(text: string): ModuleGraph['tables'][number] {
  const [name = '', verb = '', table = ''] = text.split(' ');
  const unit = clinic.units.find((each) => each.name === name);
  assert.ok(unit, text);
  return { unit: unit.id, table, access: verb === 'writes' ? 'write' : 'read', at: { file: `${name}.java`, line: 99 } };
}

describe('no candidate', () => {
  const reasonOf = (graph: ModuleGraph, partition = cluster(graph)): string => {
    const { candidates, refusal } = extract(graph, partition);
    assert.deepEqual(candidates, []);
    assert.ok(refusal);
    return inWords(refusal);
  };
  const many = Array.from({ length: 12 }, (_, at) => `U${at}`);

  it('where there is too little to split', () => {
    assert.equal(reasonOf(draw({ units: ['A', 'B', 'Dates: shared'], uses: ['A -> B: go'], tables: ['A owns a'] })), 'No candidate: too little to split (classes of business that were read: 2).');
  });

  it('where no table is known', () => {
    assert.match(reasonOf(draw({ units: many, uses: many.slice(1).map((name, at) => `U${at} -> ${name}: go`) })), /^No candidate: no table was found/);
  });

  it('where everything is one knot', () => {
    const knot = draw({ units: many, uses: many.flatMap((one) => many.filter((other) => other !== one).map((other) => `${one} -> ${other}: go`)), tables: many.map((name) => `${name} writes everything`), routes: ['U0.go: GET /go'] });
    assert.match(reasonOf(knot), /^No candidate: everything hangs together in one knot; the largest part holds 100 %/);
  });

  it('of what serves the others', () => {
    const names = clinic.units.map(({ name }) => name);
    const secured = draw({
      units: [...names.map((name) => `clinic.${name}`), 'security.LoginController: web', 'security.UserStore: store', 'security.Permission: data'],
      uses: ['LoginController -> UserStore: find', 'UserStore -> Permission', 'OwnerController -> OwnerService: find'], tables: ['Permission owns permissions', 'UserStore writes permissions'], routes: ['LoginController.login: POST /login'],
    });
    const { candidates, passedOver } = extract(secured, cut(secured, { users: ['LoginController', 'UserStore', 'Permission'], rest: names }));
    assert.deepEqual(candidates, []);
    assert.match(passedOver.map(({ name, reason }) => `${name}: ${inWords(reason)}`).join('\n'), /^users: It serves the others/);
  });

  it('of a part whose tables are written outside as well', () => {
    const visits = clinic.units.filter(({ name }) => name.startsWith('Visit')).map(({ name }) => name);
    const rest = clinic.units.filter(({ name, role }) => role !== 'shared' && !visits.includes(name)).map(({ name }) => name);
    const partition = cut({ ...clinic }, { visits, rest });
    const owning = { ...partition, clusters: partition.clusters.map((part) => (part.name === 'visits' ? { ...part, tables: ['visits'] } : part)) };
    const written = { ...clinic, tables: [...clinic.tables, drawnUse('InvoiceStore writes visits')] };
    assert.match(extract(written, owning).passedOver.map(({ name, reason }) => `${name}: ${inWords(reason)}`).join('\n'), /^visits: Most of its tables are written outside as well \(visits\)/m);
    assert.deepEqual(extract(clinic, owning).candidates.map(({ name }) => name), ['visits']);
  });

  it('of a part that is most of it, that keeps no table, or of whose calls most leave', () => {
    const reasons = (parts: Readonly<Record<string, readonly string[]>>): Readonly<Record<string, string>> => Object.fromEntries(extract(clinic, cut(clinic, parts)).passedOver.map(({ name, reason }) => [name, inWords(reason)]));
    const all = clinic.units.filter(({ role }) => role !== 'shared').map(({ name }) => name);
    const pages = all.filter((name) => name.endsWith('Controller'));
    const found = reasons({ pages, rest: all.filter((name) => !pages.includes(name)) });
    assert.deepEqual(found, { pages: 'It keeps no table.', rest: 'It holds 80 % of the classes: what would remain is less than what moves.' });
  });
});
