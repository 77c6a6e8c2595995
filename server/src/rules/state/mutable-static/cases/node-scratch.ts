import { marked } from 'marked';

// clean-next state/mutable-static -- of one text, emptied before the next
let notes: { label: string; number: number }[] = [];

export function resetNotes(): void {
  notes = [];
}

export function noteFor(label: string): string {
  notes.push({ label, number: notes.length + 1 });
  return `<sup>${notes.length}</sup>`;
}

// expect-next state/mutable-static warning {name=spellings} -- nothing empties it
const spellings: string[] = [];

export function spell(word: string): string {
  spellings.push(word);
  return marked(word);
}
export const list = () => notes.map((note) => note.label).concat(spellings);
