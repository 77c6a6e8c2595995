import MiniSearch from 'minisearch';

export function search(items: { id: number; name: string }[], words: string) {
  // clean-next state/local-search-index -- made of what the caller gives, complete when it is handed out
  const found = new MiniSearch({ fields: ['name'] });
  found.addAll(items);
  return found.search(words);
}

// expect-next state/local-search-index warning
const index = new MiniSearch({ fields: ['name'] });
export function remember(item: { id: number; name: string }): void {
  index.add(item);
}
