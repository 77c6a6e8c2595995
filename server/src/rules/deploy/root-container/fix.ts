import type { Fix } from '../../../contract/rule.js';
import { containerMap } from '../../../generators/probes.js';
import { isEditable, mapIn, podPath, workloadOf } from '../../../generators/workload-edit.js';
import { pairOf, span, type YamlNode } from '../../../syntax/yaml/ask.js';
import { addValue } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

interface Data {
  readonly container: number;
  /** Number of the image's own user. */
  readonly id?: number;
}

/** The user that the image is made for, by its number. */
export const runAsUser: Fix = {
  key: 'run-as-image-user',
  title: { en: 'Run as the user of the image, by its number', ko: '이미지의 사용자를 숫자로 지정해 실행' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && (finding.data as unknown as Data).id !== undefined && finding.say !== 'image',
  edits({ finding, model, text }) {
    const { container: start, id } = finding.data as unknown as Data;
    const workload = workloadOf(finding, model);
    const container = workload?.value.containers.find(({ at }) => at.start === start);
    const written = text(finding.file);
    const doc = written === undefined ? undefined : readStream(written).documents[workload?.value.where.document ?? 0]?.doc;
    if (!workload || !container || written === undefined || !doc || id === undefined) return undefined;
    const maps: readonly (YamlNode | undefined)[] = [containerMap(workload, container, written), mapIn(workload, written, podPath)];
    for (const map of maps) {
      const context = pairOf(doc, map, 'securityContext')?.value ?? undefined;
      const user = pairOf(doc, context, 'runAsUser')?.value;
      if (user && user.range[1] <= finding.range.end && user.range[0] >= finding.range.start) return [{ do: 'replace', file: finding.file, span: span(user), text: String(id) }];
      const nonRoot = pairOf(doc, context, 'runAsNonRoot');
      if (nonRoot?.key.range[0] !== finding.range.start) continue;
      const edit = addValue(finding.file, written, context, ['runAsUser'], { text: String(id) }, ['runAsNonRoot']);
      return edit && [edit];
    }
    return undefined;
  },
};
