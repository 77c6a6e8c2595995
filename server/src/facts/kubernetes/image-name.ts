import { memoText } from '../../base/memo.js';

/** The parts of an image reference. */
export interface ImageName {
  /** Everything before the tag, the registry host removed: `shop/web`. */
  readonly repository: string;
  /** Last segment of the repository: `web`. */
  readonly last: string;
  readonly registry?: string | undefined;
}

/** Takes an image reference apart; `undefined` when there is none. */
export function imageName(image: string | undefined): ImageName | undefined {
  return image === undefined ? undefined : partsOf(image);
}

const partsOf = memoText((image): ImageName | undefined => {
  const name = image.trim().replace(/@.*$/, '').replace(/:[^/:]*$/, '').toLowerCase();
  if (!name) return undefined;
  const [first = '', ...rest] = name.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const repository = hasRegistry ? rest.join('/') : name;
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  return last === '' ? undefined : { repository, last, registry: hasRegistry ? first : undefined };
});

/** Whether two references name one image: the same path, or the same last segment where one of them is written without a path. */
export function sameImage(a: string | undefined, b: string | undefined): boolean {
  const [left, right] = [imageName(a), imageName(b)];
  if (!left || !right || left.last !== right.last) return false;
  if (left.repository === right.repository) return true;
  return !left.repository.includes('/') || !right.repository.includes('/') || left.repository.endsWith(`/${right.repository}`) || right.repository.endsWith(`/${left.repository}`);
}

/** Templates and parameters inside a reference. */
const filledIn = /\$\{[^}]*\}|\$\([^)]*\)|\{\{[^}]*\}\}|\u2047+/g;

/**
 * The part of a reference that stands in the file: `${REGISTRY}/shop:${TAG}` names the image `shop`. `undefined` when
 * the name itself is filled in later.
 */
export function writtenImage(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const marked = text.trim().replace(filledIn, '\u2047');
  if (!marked.includes('\u2047')) return text.trim();
  const slash = marked.lastIndexOf('/');
  const last = marked.slice(slash + 1).replace(/[:@].*$/, '');
  if (last === '' || last.includes('\u2047')) return undefined;
  const before = marked.slice(0, Math.max(0, slash)).split('/');
  const known = before.slice(before.map((segment) => segment.includes('\u2047')).lastIndexOf(true) + 1);
  return [...known, last].filter(Boolean).join('/');
}
