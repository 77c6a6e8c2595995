import { connect } from '@lancedb/lancedb';
import { create, insert } from '@orama/orama';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { pages } from './pages.mjs';

// expect-next state/local-search-index warning {library=minisearch}
const notes = new MiniSearch({ fields: ['title', 'text'] });
export function save(note) {
  notes.add(note);
}
export const find = (words) => notes.search(words);

// expect-next state/local-search-index warning {library=@orama/orama}
const products = create({ schema: { name: 'string' } });
export const addProduct = (product) => insert(products, product);

// expect-next state/local-search-index warning {library=@lancedb/lancedb}
const vectors = await connect('./data/vectors');
export const nearest = async (point) => (await vectors.openTable('texts')).search(point).toArray();

// clean-next state/local-search-index -- a server elsewhere
export const remote = await connect('db://shop');

// clean-next state/local-search-index -- built at start from what the image holds
const manual = lunr(function () {
  for (const page of pages) this.add(page);
});
export const help = (words) => manual.search(words);

export function rank(req, res) {
  // clean-next state/local-search-index -- of this request alone
  const found = new MiniSearch({ fields: ['text'] });
  found.addAll(req.body.texts);
  res.json(found.search(req.query.words));
}
