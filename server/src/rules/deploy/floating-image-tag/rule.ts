import { dirname, isInside, basename } from '../../../base/paths.js';
import type { Fix, ProjectCheck, Rule } from '../../../contract/rule.js';
import type { FactKind, Model } from '../../../contract/workspace.js';
import { imageVersion, isMoving, type ImageVersion } from '../../../facts/image/moving-tag.js';
import { pins } from '../../../facts/image/pins.js';
import { objectsByPart } from '../../../facts/kubernetes/indexes.js';
import { sameImage } from '../../../facts/kubernetes/image-name.js';
import type { K8sContainer } from '../../../facts/kubernetes/kinds.js';
import { isPatched, patchesOf, relateReads, uses, type WorkloadFact } from '../../../facts/kubernetes/relate.js';
import { isProductImage, speaksForApplication } from '../../../facts/kubernetes/role.js';
import { containerMap } from '../../../generators/probes.js';
import { editedWorkload, isEditable, workloadData } from '../../../generators/workload-edit.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { setValue } from '../../../syntax/yaml/edit.js';

const reads = [...relateReads, 'image.built', 'k8s.object'] as const satisfies readonly FactKind[];

/** Whether a kustomization that brings in the manifest writes a version, or takes the image from a patch. A bare name is there to be set when it is deployed (`kustomize edit set image`). */
function isKustomized(model: Model, workload: WorkloadFact, { name, tag }: ImageVersion): boolean {
  const roots = model.facts('kustomize.kustomization').filter((root) => uses(model, root, workload.file));
  const pinned = roots.some((root) => root.value.images.some((image) => image.pinned && image.name === name));
  const unset = roots.length > 0 && tag === undefined && !name.includes('/') && !Object.hasOwn(pins, name);
  return pinned || unset || isPatched(model, workload, workload.value.kind, (path) => path === 'spec.template.spec.containers.image');
}

const tiltKey = {};

/** Whether a tool writes the version when it deploys: Skaffold and Tilt for what they build, image updaters for what they were told. */
function isWritten(model: Model, workload: WorkloadFact, { name }: ImageVersion): boolean {
  return model.facts('image.built').some(({ value }) => sameImage(value.image, name))
    || objectsByPart.get(model, 'updates').some(({ value }) => value.updatesImages?.some((image) => sameImage(image, name)))
    || model.once(tiltKey, () => model.files.filter((file) => basename(file) === 'Tiltfile').map(dirname)).some((folder) => isInside(workload.file, folder));
}

function movingImage(model: Model, workload: WorkloadFact, container: K8sContainer): ImageVersion | undefined {
  const { reference, pullPolicy } = container;
  const version = reference?.chosen ? undefined : imageVersion(reference?.value);
  // Without pulling, somebody puts the image on the nodes by hand.
  if (!version || !isMoving(version) || pullPolicy === 'Never' || isProductImage(version.name)) return undefined;
  const patched = patchesOf(model, workload).some(({ value }) => value.containers.some(({ name, image }) => image !== undefined && name === container.name));
  return patched || isKustomized(model, workload, version) || isWritten(model, workload, version) ? undefined : version;
}

const workloads: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads,
  check(workload, { model, report }) {
    if (workload.value.imagesWritten || !speaksForApplication(model, workload)) return;
    for (const container of workload.value.containers) {
      const version = movingImage(model, workload, container);
      if (!version || !container.reference) continue;
      const { kind, name } = workload.value;
      report({
        at: { file: workload.file, range: container.reference.at },
        say: container.pullPolicy === 'IfNotPresent' ? 'kept' : version.tag ? 'moving' : 'untagged',
        args: { kind, workload: name ?? '', image: version.name, ...(version.tag ? { tag: version.tag } : { tag: 'latest' }) },
        data: { ...workloadData(workload), container: container.at.start, image: version.name },
      });
    }
  },
};

interface Data {
  readonly container: number;
  readonly image: string;
}

const pinTag: Fix = {
  key: 'pin-tag',
  title: { en: 'Pin the supported version line of the image', ko: '이미지를 지원 중인 버전으로 고정' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && Object.hasOwn(pins, (finding.data as unknown as Data).image),
  edits(input) {
    const edited = editedWorkload(input);
    const { container, image } = input.finding.data as unknown as Data;
    const found = edited?.workload.value.containers.find(({ at }) => at.start === container);
    const node = edited && found && pairOf(edited.doc, containerMap(edited.workload, found, edited.text), 'image')?.value;
    const pin = pins[image];
    return node && pin ? [setValue(input.finding.file, node, `${image}:${pin.tag}`)] : undefined;
  },
};

export const rule: Rule = {
  meta: {
    id: 'deploy/floating-image-tag',
    title: { en: 'Workload whose image has no fixed version', ko: '버전이 고정되지 않은 이미지를 쓰는 워크로드' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['deploy', 'kubernetes', 'image', 'reproducible'],
  },
  messages: {
    untagged: {
      en: '"{image}" has no tag and so means whatever "{tag}" is when a pod starts: replicas of {kind} {workload} that start on different days run different code, and a rollback brings nothing back.',
      ko: '"{image}"에 태그가 없어 파드가 시작하는 시점의 "{tag}" 이미지를 사용합니다. {kind} {workload}의 레플리카가 시작한 날에 따라 서로 다른 코드로 실행되고, 롤백해도 이전 버전으로 돌아가지 않습니다.',
    },
    moving: {
      en: '"{image}:{tag}" may mean another image tomorrow: replicas of {kind} {workload} that start on different days run different code, and a rollback brings nothing back.',
      ko: '"{image}:{tag}" 태그가 가리키는 이미지는 언제든 바뀔 수 있습니다. {kind} {workload}의 레플리카가 시작한 날에 따라 서로 다른 코드로 실행되고, 롤백해도 이전 버전으로 돌아가지 않습니다.',
    },
    kept: {
      en: 'Each node keeps the "{image}:{tag}" that it pulled first (`IfNotPresent`): replicas of {kind} {workload} on different nodes run different code.',
      ko: '노드마다 처음 받은 "{image}:{tag}" 이미지를 계속 사용합니다(`IfNotPresent`). {kind} {workload}의 레플리카가 노드에 따라 서로 다른 코드로 실행됩니다.',
    },
  },
  project: [workloads],
  fixes: [pinTag],
};
