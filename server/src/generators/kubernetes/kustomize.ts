import { noted, yamlText, type DataMap } from '../manifest-data.js';
import { folderFor, type Plan } from './plan.js';
import { fileIn, plainText, type GeneratedFile } from './plain.js';
import { developmentOf, manifestsOf } from './set.js';
import { comments } from './words.js';

const header = { apiVersion: 'kustomize.config.k8s.io/v1beta1', kind: 'Kustomization' } as const;

function kustomization(folder: string, head: readonly string[], data: DataMap): GeneratedFile {
  return fileIn(folder, 'kustomization.yaml', head.map((line) => `# ${line}\n`).join('') + yamlText({ ...header, ...data }));
}

function image({ image: { repository, tag } }: Plan): DataMap {
  return { name: repository, newTag: tag };
}

/** Fewer pods than in production, whatever scales them. */
function smallBounds({ name, web, queue }: Plan): readonly DataMap[] {
  const patch = (path: string, value: number): DataMap => ({ op: 'replace', path, value });
  if (web) return [{ target: { kind: 'HorizontalPodAutoscaler', name }, patch: yamlText([patch('/spec/minReplicas', 1), patch('/spec/maxReplicas', 2)]) }];
  return queue === undefined ? [] : [{ target: { kind: 'ScaledObject', name }, patch: yamlText([patch('/spec/maxReplicaCount', 1)]) }];
}

/** A base with the same objects as plain YAML, and an overlay for each of two environments. */
export function kustomizeFiles(plan: Plan): readonly GeneratedFile[] {
  const { say } = plan;
  const folder = folderFor(plan, 'k8s');
  const base = `${folder}/base`;
  const [development, production] = [`${folder}/overlays/development`, `${folder}/overlays/production`];
  const manifests = manifestsOf(plan);
  const beside = developmentOf(plan);
  return [
    ...manifests.map((manifest) => fileIn(base, `${manifest.file}.yaml`, plainText(manifest))),
    kustomization(base, [], { resources: manifests.map(({ file }) => `${file}.yaml`) }),
    ...beside.map((manifest) => fileIn(development, `${manifest.file}.yaml`, plainText(manifest))),
    kustomization(development, [say(comments.overlayDevelopment, { with: beside.length > 0 ? say(comments.withBackends) : '' })], {
      resources: ['../../base', ...beside.map(({ file }) => `${file}.yaml`)], images: [image(plan)], patches: smallBounds(plan),
    }),
    kustomization(production, [say(comments.overlayProduction)], { resources: ['../../base'], images: [noted(image(plan), say(comments.imageVersion))] }),
  ];
}
