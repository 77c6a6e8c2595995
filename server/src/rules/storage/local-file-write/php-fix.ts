import { join, dirname } from '../../../base/paths.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { needsPackage } from '../../../facts/build/packages.js';
import { addRequirement } from '../../../syntax/json/edit.js';
import { replaceLiteral } from '../../../syntax/php/edit.js';

const adapter = 'league/flysystem-aws-s3-v3';

/** Major version of Laravel that a build asks for; its disks changed their adapters with the ninth. */
function laravelVersion(model: Model, file: string): number {
  const ranges = model.factsFor('build.module', file).flatMap(({ value }) => value.versions['laravel/framework'] ?? []);
  return Math.max(0, ...ranges.flatMap((range) => [...range.matchAll(/(\d+)(?:\.[\d*]+)*/g)].map((match) => Number(match[1]))));
}

function edits(input: FixInput): readonly Edit[] | undefined {
  const { finding, model, text } = input;
  const changed = replaceLiteral(input, 's3');
  const build = model.factsFor('build.module', finding.file).find(({ value }) => value.dependencies.includes('laravel/framework'));
  const composer = build && (build.file || join(dirname(finding.file), '../composer.json'));
  const now = composer === undefined ? undefined : text(composer);
  if (!changed || composer === undefined || now === undefined) return undefined;
  if (needsPackage(model, finding.file, adapter)) return changed;
  const added = addRequirement(composer, now, adapter, laravelVersion(model, finding.file) >= 9 ? '^3.0' : '^1.0');
  return added && [...changed, ...added];
}

/** Laravel stores files on its `s3` disk by default, with the adapter that the disk needs; `composer update` has to follow. */
export const laravelS3: Fix = {
  key: 'laravel-s3',
  title: { en: 'Store files in object storage by default (Laravel s3 disk)', ko: '기본 디스크를 오브젝트 스토리지로 변경(Laravel s3 디스크)' },
  safety: 'review',
  applies: (finding, model) => (finding.data as { readonly php?: string } | null)?.php === 'filesystems.default'
    && model.facts('php.setting').some(({ file, value }) => file === finding.file && value.key === 'filesystems.disks.s3.driver' && value.value === 's3'),
  edits,
};
