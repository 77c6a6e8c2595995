import { basename } from '../../../base/paths.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { applied, difference } from '../../../syntax/difference.js';
import { pairOf } from '../../../syntax/yaml/ask.js';
import { addValue } from '../../../syntax/yaml/edit.js';
import { readStream } from '../../../syntax/yaml/stream.js';

interface Data {
  readonly kind: string;
  readonly form: string;
  readonly source: string;
  readonly target: string;
  /** Whether the file defines the volume with nothing but its name; `null` when it does not define it. */
  readonly plain: boolean | null;
  readonly variable: string | null;
}

/** A name for the volume that takes the place of a folder: its own last part, or that of the path in the container. */
function volumeName({ kind, source, target }: Data): string {
  if (kind === 'volume') return source;
  const own = [basename(source), basename(target)].map((name) => name.replace(/[^\w.-]/g, '')).find((name) => /^[a-z]/i.test(name));
  return own ?? 'shared-files';
}

/** Definition of a volume on an NFS share. Compose stops with the message while a variable is not set. */
function definition(name: string): readonly (readonly [path: readonly string[], value: string])[] {
  return [
    [['driver'], 'local'],
    [['driver_opts', 'type'], 'nfs'],
    [['driver_opts', 'o'], '"addr=${NFS_SERVER:?address of the NFS server},rw,nfsvers=4"'],
    [['driver_opts', 'device'], `":\${NFS_EXPORT:?folder that the server exports}/${name}"`],
  ];
}

function defined(file: string, text: string, name: string): string | undefined {
  let now = text;
  for (const [path, value] of definition(name)) {
    const doc = readStream(now).documents[0]?.doc;
    const edit = doc && addValue(file, now, doc.contents ?? undefined, ['volumes', name, ...path], { text: value });
    if (!edit) return undefined;
    now = applied(now, edit);
  }
  return now;
}

/** Puts the name of the volume in place of the folder, in `./uploads:/app/uploads`. */
function mounting(file: string, written: string, start: number, end: number, data: Data): Edit | undefined {
  const quote = /^["']/.exec(written.slice(start, end))?.[0] ?? '';
  const from = start + quote.length;
  const length = written.slice(from, end).lastIndexOf(`:${data.target}`);
  return length <= 0 ? undefined : { do: 'replace', file, span: { start: from, end: from + length }, text: volumeName(data) };
}

/** Not safe: the server and its folder have to be named, and what the old place holds has to be copied there. */
export const shareFix: Fix = {
  key: 'network-volume',
  title: { en: 'Keep the files on an NFS share (server to be set)', ko: 'NFS 공유에 파일 저장(서버 주소 지정 필요)' },
  safety: 'review',
  applies({ data }) {
    const { kind, form, plain, variable } = data as unknown as Data;
    return variable === null && (kind === 'volume' ? plain === true : kind === 'bind' && form === 'short');
  },
  edits({ finding, text }) {
    const data = finding.data as unknown as Data;
    const written = text(finding.file);
    const doc = written === undefined ? undefined : readStream(written).documents[0]?.doc;
    if (written === undefined || !doc) return undefined;
    const name = volumeName(data);
    const existing = pairOf(doc, pairOf(doc, doc.contents, 'volumes')?.value, name);
    // Another volume of that name holds something else.
    if (data.kind === 'bind' && existing) return undefined;
    const mount = data.kind === 'bind' ? mounting(finding.file, written, finding.range.start, finding.range.end, data) : undefined;
    if (data.kind === 'bind' && !mount) return undefined;
    const next = defined(finding.file, mount ? applied(written, mount) : written, name);
    return next === undefined ? undefined : difference(finding.file, written, next);
  },
};
