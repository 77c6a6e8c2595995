import { isScalar } from 'yaml';
import type { Fix } from '../contract/rule.js';
import { items, text } from '../syntax/yaml/ask.js';
import { setValue } from '../syntax/yaml/edit.js';
import { isYaml, manifestOf, refIn } from './manifest.js';

/** Lets all replicas mount the claim that a finding's data names. */
export const shareVolume: Fix = {
  key: 'share-volume',
  title: { en: 'Claim ReadWriteMany (the storage class must offer it)', ko: 'ReadWriteMany로 변경(스토리지 클래스가 지원해야 함)' },
  safety: 'review',
  applies: ({ data }) => isYaml(refIn(data).file),
  edits({ finding, ...input }) {
    const manifest = manifestOf(input, refIn(finding.data));
    const modes = manifest ? items(manifest.doc, manifest.node('spec', 'accessModes')) : [];
    const [only] = modes;
    return manifest && only && modes.length === 1 && isScalar(only) && text(only)?.startsWith('ReadWriteOnce') ? [setValue(manifest.file, only, 'ReadWriteMany')] : undefined;
  },
};
