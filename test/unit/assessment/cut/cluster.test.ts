import assert from 'node:assert/strict';
import { cluster } from '../../../../server/src/assessment/cut/cluster.js';
import type { Partition } from '../../../../server/src/assessment/cut/partition.js';
import { clinic } from './clinic.js';
import { draw } from './draw.js';

const short = ({ clusters }: Partition): Readonly<Record<string, readonly string[]>> => Object.fromEntries(clusters.map(({ name, units }) => [name, units.map((id) => id.slice(id.lastIndexOf('.') + 1)).sort()]));

describe('clustering', () => {
  it('cuts along business, not along layers', () => {
    assert.deepEqual(short(cluster(clinic)), {
      invoices: ['Invoice', 'InvoiceController', 'InvoiceLine', 'InvoiceService', 'InvoiceStore'],
      owners: ['Owner', 'OwnerController', 'OwnerService', 'OwnerStore', 'Pet', 'PetStore'],
      visits: ['Calendar', 'Visit', 'VisitController', 'VisitService', 'VisitStore'],
      common: ['ClinicConfig', 'Dates', 'Log'],
    });
  });

  it('gives each table to the part that changes it', () => {
    assert.deepEqual(cluster(clinic).clusters.map(({ name, tables }) => [name, tables]), [['invoices', ['invoice_lines', 'invoices']], ['owners', ['owners', 'pets']], ['visits', ['visits']], ['common', []]]);
  });

  it('says where each unit is', () => {
    const { of, clusters } = cluster(clinic);
    assert.deepEqual(Object.keys(of), clinic.units.map(({ id }) => id).sort());
    for (const { name, units } of clusters) for (const unit of units) assert.equal(of[unit], name);
  });

  it('puts what is of no own business where it is used, or into the library', () => {
    const { of } = cluster(clinic);
    assert.deepEqual([of['clinic.util.Calendar'], of['clinic.util.Dates']], ['visits', 'common']);
  });

  it('is the same for the same graph', () => {
    assert.deepEqual(cluster(clinic), cluster(structuredClone(clinic)));
  });

  it('makes the number of parts that is asked for, as far as there are units', () => {
    const services = (wanted: number): number => cluster(clinic, wanted).clusters.filter(({ kind }) => kind === 'service').length;
    assert.deepEqual([1, 2, 3, 5, 15, 99].map(services), [1, 2, 3, 5, 15, 15]);
  });

  it('lets a table bind what calls alone would part', () => {
    const units = ['shop.Stock: store', 'shop.Count: service', 'shop.Basket: service', 'shop.Price: service'];
    const uses = ['Count -> Basket: add', 'Basket -> Price: of', 'Stock -> Price: of'];
    const apart = cluster(draw({ units, uses }), 2);
    const bound = cluster(draw({ units, uses, tables: ['Stock writes stock', 'Count writes stock'] }), 2);
    assert.notEqual(apart.of['shop.Stock'], apart.of['shop.Count']);
    assert.equal(bound.of['shop.Stock'], bound.of['shop.Count']);
  });

  it('does not let a table that everybody reads bind as much as one of few', () => {
    const names = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J'];
    const uses = names.slice(1).map((name, at) => `${names[at]} -> ${name}: go`);
    const { of } = cluster(draw({ units: names, uses, tables: [...names.map((name) => `${name} reads settings`), 'A writes left', 'E writes left', 'F writes right', 'J writes right'] }), 2);
    assert.deepEqual(names.filter((name) => of[name] === of['A']), ['A', 'B', 'C', 'D', 'E']);
  });

  it('does not let a base class of stored classes bind them', () => {
    const units = ['Owner: data', 'OwnerStore: store', 'OwnerPage: web', 'Vet: data', 'VetStore: store', 'VetPage: web', 'Person: data'];
    const uses = ['Owner -> Person', 'Vet -> Person', 'OwnerPage -> OwnerStore: find', 'OwnerStore -> Owner', 'VetPage -> VetStore: find', 'VetStore -> Vet'];
    const drawn = draw({ units, uses, tables: ['Owner owns owners', 'OwnerStore writes owners', 'Vet owns vets', 'VetStore writes vets'] });
    assert.deepEqual(short(cluster(drawn)), { owners: ['Owner', 'OwnerPage', 'OwnerStore'], vets: ['Vet', 'VetPage', 'VetStore'], common: ['Person'] });
  });

  it('takes an empty application and one without any ties', () => {
    assert.deepEqual(cluster(draw({ units: [] })), { clusters: [], of: {} });
    assert.deepEqual(short(cluster(draw({ units: ['A', 'B'] }))), { common: ['A', 'B'] });
    assert.deepEqual(short(cluster(draw({ units: ['A: shared', 'B: shared'], uses: ['A -> B: go'] }))), { common: ['A', 'B'] });
  });
});
