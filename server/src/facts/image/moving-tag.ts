/** Tags that people move on purpose: to what is newest, to a branch, or to what an environment runs. */
const moving = /^(?:latest|stable|edge|nightly|canary|rolling|current|mainline|lts|dev|devel|develop|development|main|master|trunk|head|snapshot|unstable|testing|test|qa|staging|stage|prod|production|live|release)$/i;
const movingPart = /(?:^|[-_.])(?:latest|nightly|snapshot)(?:$|[-_.])/i;

/** An image reference as far as its version goes. */
export interface ImageVersion {
  /** Everything before tag and digest. */
  readonly name: string;
  readonly tag?: string | undefined;
  readonly digest: boolean;
}

/** Takes a reference apart; `undefined` for templates, parameters and words that stand for a name to come. */
export function imageVersion(reference: string | undefined): ImageVersion | undefined {
  const written = reference?.trim() ?? '';
  // Istio's injector puts its own image in the place of `auto`.
  if (written === '' || written === 'auto' || /[\s$<>{}%\u2047]|__/.test(written)) return undefined;
  const [whole = '', digest] = written.split('@', 2);
  const tag = /:([^/:]*)$/.exec(whole)?.[1];
  const name = tag === undefined ? whole : whole.slice(0, -tag.length - 1);
  // Names of images are lower-case: `IMAGE_NAME` is filled in by whoever deploys it.
  if (/[A-Z]/.test(name.slice(name.lastIndexOf('/') + 1)) || (tag !== undefined && /^[A-Z][A-Z_]*$/.test(tag) && !moving.test(tag))) return undefined;
  return { name, tag, digest: digest !== undefined };
}

/** Whether the same reference may mean another image tomorrow. */
export function isMoving({ tag, digest }: ImageVersion): boolean {
  return !digest && (tag === undefined || tag === '' || moving.test(tag) || movingPart.test(tag));
}
