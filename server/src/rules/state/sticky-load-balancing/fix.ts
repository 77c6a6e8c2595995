import { basename } from '../../../base/paths.js';
import type { Fix } from '../../../contract/rule.js';
import { stickyInApache } from '../../../facts/sticky/apache.js';
import { stickyInHaproxy } from '../../../facts/sticky/haproxy.js';
import type { StickyPlace } from '../../../facts/sticky/kinds.js';
import { stickyInModJk } from '../../../facts/sticky/mod-jk.js';
import { stickyInNginx } from '../../../facts/sticky/nginx.js';
import { stickyInTraefik } from '../../../facts/sticky/traefik.js';
import { stickyInYaml } from '../../../facts/sticky/yaml.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { readStream } from '../../../syntax/yaml/stream.js';

/** All settings of a file as it reads now, that of WebtoB apart, which has no switch. */
function placesIn(path: string, text: string): readonly StickyPlace[] {
  const name = basename(path);
  if (/\.ya?ml$/.test(name)) return readStream(text).documents.flatMap((document) => [...stickyInYaml(path, text, document), ...stickyInTraefik(document)]);
  if (name.endsWith('.properties')) return stickyInModJk(entriesOf(text));
  return [...stickyInNginx(text), ...stickyInApache(text), ...stickyInHaproxy(text)];
}

/** Takes the setting away where nothing in the code needs it any more. */
export const removeStickiness: Fix = {
  key: 'remove-stickiness',
  title: { en: 'Remove the sticky session setting', ko: '스티키 세션 설정 제거' },
  safety: 'review',
  applies: ({ data, file }) => (data as { removable: boolean }).removable && !/\.(?:m|xml|json)$/.test(file),
  edits({ finding, text }) {
    const current = text(finding.file);
    if (current === undefined) return undefined;
    const place = placesIn(finding.file, current).find(({ at, value }) => at.start === finding.range.start && value.via === finding.args['via']);
    return place?.remove?.(finding.file, current);
  },
};
