import { basename } from '../../base/paths.js';

/** What an application is called: as its build says, else by its folder. */
export function nameOf(stated: string | undefined, dir: string): string {
  const name = stated === undefined || stated.trim() === '' ? basename(dir) : stated.trim();
  return name === '' ? 'app' : name;
}
