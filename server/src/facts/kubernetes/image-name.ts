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
  const name = image?.trim().replace(/@.*$/, '').replace(/:[^/:]*$/, '').toLowerCase();
  if (!name) return undefined;
  const [first = '', ...rest] = name.split('/');
  const hasRegistry = rest.length > 0 && (/[.:]/.test(first) || first === 'localhost');
  const repository = hasRegistry ? rest.join('/') : name;
  const last = repository.slice(repository.lastIndexOf('/') + 1);
  return last === '' ? undefined : { repository, last, registry: hasRegistry ? first : undefined };
}

/** Whether two references name one image: the same path, or the same last segment where one of them is written without a path. */
export function sameImage(a: string | undefined, b: string | undefined): boolean {
  const [left, right] = [imageName(a), imageName(b)];
  if (!left || !right || left.last !== right.last) return false;
  if (left.repository === right.repository) return true;
  return !left.repository.includes('/') || !right.repository.includes('/') || left.repository.endsWith(`/${right.repository}`) || right.repository.endsWith(`/${left.repository}`);
}
