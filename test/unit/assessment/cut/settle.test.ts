import assert from 'node:assert/strict';
import { settled } from '../../../../server/src/assessment/cut/settle.js';
import { draw, type Drawing } from './draw.js';

/** Names of the second of two parts, after settling. */
function second(drawing: Drawing, before: readonly string[]): readonly string[] {
  const graph = draw(drawing);
  const home = settled(graph, new Map(graph.units.map(({ id, name }) => [id, before.includes(name) ? 1 : 0])));
  return graph.units.filter(({ id }) => home.get(id) === 1).map(({ name }) => name);
}

describe('settling', () => {
  it('brings a stored class to what alone writes its table, also where only its name says so', () => {
    const units = ['Pet: data', 'PetStore: store', 'Toy: data', 'ToyStore: store'];
    assert.deepEqual(second({ units, tables: ['Pet owns pets', 'PetStore writes pets', 'ToyStore writes toys'] }, ['PetStore', 'ToyStore']), ['Pet', 'PetStore', 'Toy', 'ToyStore']);
  });

  it('leaves a stored class that two parts write', () => {
    const units = ['Pet: data', 'PetStore: store', 'Import: store'];
    assert.deepEqual(second({ units, tables: ['Pet owns pets', 'PetStore writes pets', 'Import writes pets'] }, ['PetStore']), ['PetStore']);
  });

  it('brings an endpoint to the part that it calls most, and leaves it where both are even', () => {
    const units = ['Page: web', 'Here', 'There'];
    assert.deepEqual(second({ units, uses: ['Page -> Here: go', 'Page -> There: go*3'] }, ['There']), ['Page', 'There']);
    assert.deepEqual(second({ units, uses: ['Page -> Here: go*2', 'Page -> There: go*2'] }, ['There']), ['There']);
  });
});
