import type { Place } from '../../../contract/finding.js';
import type { Model } from '../../../contract/workspace.js';
import { dockerfiles } from '../../../facts/code.js';
import type { Join } from '../../../facts/join.js';
import { joinWorkload } from '../../../facts/join.js';
import type {} from '../../../facts/image/kinds.js';
import type { K8sContainer } from '../../../facts/kubernetes/kinds.js';
import type { WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import { imageName } from '../../../syntax/dockerfile/ask.js';
import { baseUser, type BaseUser } from '../../../syntax/dockerfile/images.js';

/** Who a container starts as when the manifest leaves it to the image. `named`: a user that is no number, so that the kubelet cannot tell it from root. */
export interface ImageUser {
  readonly kind: 'root' | 'named' | 'numeric' | 'unknown';
  readonly user?: string;
  readonly id?: number;
  /** The Dockerfile that says so; absent for images that come ready. */
  readonly place?: Place;
}

const bases: Readonly<Record<BaseUser, ImageUser['kind']>> = { root: 'root', workers: 'root', 'non-root': 'unknown', unknown: 'unknown' };

/** The one Dockerfile that makes the image of the joined code. */
function dockerfileOf(model: Model, joined: Join): ReturnType<typeof dockerfiles>[number] | undefined {
  const found = dockerfiles(model).filter(({ file, value }) => joined.folders.includes(value.context) || file === joined.place?.file);
  return found.length === 1 ? found[0] : undefined;
}

function byDockerfile(model: Model, joined: Join): ImageUser {
  const dockerfile = dockerfileOf(model, joined);
  if (!dockerfile) return { kind: 'unknown' };
  const { file, range, value: { user, userId, base } } = dockerfile;
  const place = { file, range };
  if (user === undefined) return { kind: bases[baseUser(imageName(base))], place };
  if (userId === 0) return { kind: 'root', user, id: 0, place };
  if (/^\d+(?::|$)/.test(user)) return { kind: 'numeric', user, place, ...(userId === undefined ? {} : { id: userId }) };
  return /[$?]/.test(user) ? { kind: 'unknown' } : { kind: 'named', user, place, ...(userId === undefined ? {} : { id: userId }) };
}

/** The user of a container's image: by the Dockerfile of the code it runs, or by what is known of a public image. */
export function imageUserOf(model: Model, workload: WorkloadFact, container: K8sContainer): ImageUser {
  const joined = container === mainContainer(workload) ? joinWorkload(model, workload) : undefined;
  if (joined) return byDockerfile(model, joined);
  const reference = container.reference?.value;
  return { kind: reference === undefined ? 'unknown' : bases[baseUser(imageName(reference))] };
}
