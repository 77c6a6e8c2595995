import type { XmlElement } from '../../../contract/nodes.js';
import type { Fix } from '../../../contract/rule.js';
import { attribute, child } from '../../../syntax/xml/ask.js';
import { readRoot, removeElement } from '../../../syntax/xml/edit.js';

function elementsOf(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(elementsOf)];
}

/** Takes Tomcat's own sharing of sessions away once a store outside of it keeps them. */
export const removeSharing: Fix = {
  key: 'remove-sharing',
  title: { en: "Remove the server's own session sharing", ko: 'WAS 자체의 세션 공유 설정 제거' },
  safety: 'review',
  applies: ({ say, args, file }) => say === 'leftover' && file.endsWith('.xml') && (args['via'] === '<Cluster>' || args['via'] === 'jvmRoute'),
  edits({ finding: { file, range }, text }) {
    const current = text(file);
    const root = current === undefined ? undefined : readRoot(current);
    if (current === undefined || !root) return undefined;
    const all = elementsOf(root);
    const cluster = all.find(({ local, nameSpan }) => local === 'Cluster' && nameSpan.start === range.start);
    // A cluster that deploys applications does more than share sessions.
    if (cluster) return cluster.closed && !child(cluster, 'Deployer') ? [removeElement(file, current, cluster)] : undefined;
    const route = all.flatMap((element) => attribute(element, 'jvmRoute') ?? []).find(({ start }) => start === range.start);
    if (!route) return undefined;
    const before = /\s*$/.exec(current.slice(0, route.start))?.[0].length ?? 0;
    return [{ do: 'replace', file, span: { start: route.start - before, end: route.end }, text: '' }];
  },
};
