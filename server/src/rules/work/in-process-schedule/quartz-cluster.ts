import type { Fix } from '../../../contract/rule.js';
import type { Json } from '../../../base/json.js';
import { replaceSettings, settingsEdits, type NewSetting } from '../../../syntax/settings-edit.js';

/** Where settings name a store that nothing clusters: Spring Boot's own, or Quartz's. */
function aloneIn(data: Json): 'boot' | 'properties' | undefined {
  if (typeof data !== 'object' || data === null || !('alone' in data)) return undefined;
  return data.alone === 'boot' ? 'boot' : 'properties';
}

/** Makes the schedulers of a store in the database a cluster, in which one of them fires each trigger. */
export const quartzCluster: Fix = {
  key: 'quartz-cluster',
  title: { en: "Let the replicas' Quartz schedulers form a cluster", ko: '레플리카의 Quartz 스케줄러를 클러스터로 묶기' },
  safety: 'review',
  applies: ({ data }) => aloneIn(data) !== undefined,
  edits({ finding: { file, data }, text }) {
    const prefix = aloneIn(data) === 'boot' ? 'spring.quartz.properties.' : '';
    const wanted: readonly NewSetting[] = [[`${prefix}org.quartz.scheduler.instanceId`, 'AUTO'], [`${prefix}org.quartz.jobStore.isClustered`, 'true']];
    const added = settingsEdits(file, wanted, text);
    return added && [...replaceSettings(file, wanted, text), ...added];
  },
};
