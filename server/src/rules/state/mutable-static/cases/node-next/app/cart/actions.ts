'use server';
import { redirect } from 'next/navigation';

// expect-next state/mutable-static error {name=notes}
const notes: string[] = [];

export async function addNote(data: FormData) {
  notes.push(String(data.get('note')));
  redirect('/notes');
}

export async function allNotes() {
  return notes;
}
