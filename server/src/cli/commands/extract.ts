import { basename, join, relative, resolve, sep } from 'node:path';
import { extract as candidatesOf } from '../../assessment/cut/candidates.js';
import { cluster } from '../../assessment/cut/cluster.js';
import { extractionJson } from '../../assessment/cut/extraction-json.js';
import { extractionText } from '../../assessment/cut/extraction-text.js';
import { pictures } from '../../assessment/cut/mermaid.js';
import { openapi } from '../../assessment/cut/openapi.js';
import { moduleGraph } from '../../assessment/graph/build.js';
import type { ModuleGraph } from '../../assessment/graph/graph.js';
import { say, type Locale, type Localized } from '../../contract/words.js';
import { DiskHost } from '../../host/disk.js';
import { bySize, readOutlines, type ApplicationOutlines } from '../../host/outlines.js';
import { prepare } from '../../host/prepare.js';
import { UsageError } from '../errors.js';
import { folder } from '../open.js';
import { output } from '../output.js';

interface Options {
  readonly format: 'json' | 'mermaid' | 'openapi' | 'text';
  readonly lang: Locale;
  /** Wanted number of parts. */
  readonly clusters?: number;
  /** Folder of the application, where there are several. */
  readonly module?: string;
  readonly output?: string;
}

const words = {
  none: { en: '{path}: no application was found whose code can be read', ko: '{path}: 코드를 읽을 수 있는 애플리케이션을 찾지 못했습니다' },
  module: { en: '{module} is no application; there are: {all}', ko: '{module}은(는) 애플리케이션이 아닙니다. 찾은 애플리케이션: {all}' },
  largest: { en: 'the largest of several applications is cut; name another with --module: {all}', ko: '여러 애플리케이션 가운데 가장 큰 것을 분석했습니다. 다른 것은 --module로 지정하세요: {all}' },
} satisfies Record<string, Localized>;

/** `monolift extract`: how an application could be cut into services, and which part to split off first. */
export function extract(path: string, { format, lang, clusters, module, output: file }: Options): void {
  const root = folder(path, lang);
  const { application, outlines, mappers, unread, aliases } = chosen(applicationsIn(root), path, root, module, lang);
  const graph = moduleGraph(outlines, mappers, unread, aliases);
  const name = basename(join(root, application));
  output(written(name, graph, format, clusters, lang), file, lang);
}

function applicationsIn(root: string): readonly ApplicationOutlines[] {
  const host = new DiskHost(root);
  const { plan } = prepare(host);
  return readOutlines(host, plan.files.map((planned) => ({ ...planned, application: plan.modules.of(planned.path).application })));
}

/** The application that was named, or the largest; says so where there are others. */
function chosen(all: readonly ApplicationOutlines[], path: string, root: string, module: string | undefined, lang: Locale): ApplicationOutlines {
  const names = all.map(({ application }) => application || '.').join(', ');
  const [largest] = bySize(all);
  if (!largest) throw new UsageError(say(words.none, lang, { path }));
  if (module === undefined) {
    if (all.length > 1) process.stderr.write(`monolift: ${say(words.largest, lang, { all: names })}\n`);
    return largest;
  }
  const wanted = relative(root, resolve(root, module)).split(sep).join('/');
  const found = all.find(({ application }) => application === wanted);
  if (!found) throw new UsageError(say(words.module, lang, { module, all: names }));
  return found;
}

function written(name: string, graph: ModuleGraph, format: Options['format'], wanted: number | undefined, lang: Locale): string {
  const partition = cluster(graph, wanted);
  const extraction = candidatesOf(graph, partition);
  switch (format) {
    case 'json': return `${JSON.stringify(extractionJson(name, graph, partition, extraction, lang), null, 2)}\n`;
    case 'text': return extractionText(name, graph, partition, extraction, lang);
    case 'mermaid': return pictures(graph, partition, extraction.candidates[0], lang).map(({ title, text }) => `## ${title}\n\n\`\`\`mermaid\n${text}\`\`\`\n`).join('\n');
    // Documents of one stream; where there is no candidate, the reason as a comment.
    case 'openapi': return extraction.candidates.map((candidate) => openapi(graph, candidate)).join('---\n') || `# ${extraction.refusal ? say(extraction.refusal.text, lang, extraction.refusal.args) : ''}\n`;
  }
}
