import type { Localized } from '../../contract/words.js';
import { helmFiles } from './helm.js';
import { kustomizeFiles } from './kustomize.js';
import { plainFiles, type GeneratedFile } from './plain.js';
import { folderFor, planFor, type Plan, type PlanInput } from './plan.js';
import { notesOf } from './set.js';

/** How the same objects are written. */
export type SetForm = 'kubernetes' | 'kustomize' | 'helm';

export interface GeneratedSet {
  readonly files: readonly GeneratedFile[];
  /** What the user should know, open findings of the code first. */
  readonly notes: readonly string[];
}

const writers: Readonly<Record<SetForm, (plan: Plan) => readonly GeneratedFile[]>> = { kubernetes: plainFiles, kustomize: kustomizeFiles, helm: helmFiles };

const how: Readonly<Record<SetForm, Localized>> = {
  kubernetes: { en: 'Apply it with: kubectl apply -f {folder}/ (back ends for development, if any: {folder}/development/)', ko: '적용 명령: kubectl apply -f {folder}/ (개발용 백엔드가 있으면 {folder}/development/)' },
  kustomize: { en: 'Apply it with: kubectl apply -k {folder}/overlays/development (or production)', ko: '적용 명령: kubectl apply -k {folder}/overlays/development (운영은 production)' },
  helm: { en: 'Install it with: helm upgrade --install {name} {folder}', ko: '설치 명령: helm upgrade --install {name} {folder}' },
};

/** Everything that runs an application in a cluster, in one of three forms. */
export function generateSet(form: SetForm, input: PlanInput): GeneratedSet {
  const plan = planFor(input);
  const files = writers[form](plan);
  const folder = form === 'helm' ? (files[0]?.path ?? '').replace(/\/[^/]*$/, '') : folderFor(plan, 'k8s');
  return { files, notes: [...notesOf(plan), plan.say(how[form], { folder, name: plan.name })] };
}
