import { LRUCache } from 'lru-cache';

// clean-next state/in-process-cache -- each visitor has a browser of their own
const names = new LRUCache<string, string>({ max: 500 });

export async function nameOf(id: string): Promise<string> {
  const known = names.get(id);
  if (known !== undefined) return known;
  const found = await fetch(`/api/users/${id}`).then((answer) => answer.text());
  names.set(id, found);
  return found;
}
