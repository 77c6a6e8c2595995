import Database from 'better-sqlite3';

export function openNotes(file) {
  // expect-next state/embedded-database warning {engine=SQLite} -- a server can take its place
  return new Database(file);
}
