import { findNodeAtOffset, parseTree } from 'jsonc-parser';
import type { Span } from '../../../base/text.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import type { XmlElement } from '../../../contract/nodes.js';
import { behindCall } from '../../../syntax/csharp/edit.js';
import { attribute } from '../../../syntax/xml/ask.js';
import { readRoot, removeElement } from '../../../syntax/xml/edit.js';

function below(element: XmlElement): readonly XmlElement[] {
  return [element, ...element.children.flatMap(below)];
}

/** What only an appender of log4net that writes to a file understands. */
const ofFile = /^(?:file|appendToFile|rollingStyle|maxSizeRollBackups|maximumFileSize|maxFileSize|datePattern|staticLogFileName|lockingModel|preserveLogFileNameExtension|countDirection|encoding)$/i;

/** The sink around a name in a Serilog section, written as an object or as its name alone. */
function sinkEdits(file: string, text: string, at: Span): readonly Edit[] | undefined {
  const root = parseTree(text);
  const name = root && findNodeAtOffset(root, at.start + 1);
  const sink = name?.parent?.type === 'property' ? name.parent.parent : name;
  if (!sink || (sink.type !== 'object' && sink.type !== 'string')) return undefined;
  return [{ do: 'replace', file, span: { start: sink.offset, end: sink.offset + sink.length }, text: sink.type === 'string' ? '"Console"' : '{ "Name": "Console" }' }];
}

/** Serilog's, NLog's and log4net's console in the place of the file. */
export const dotnetConsole: Fix = {
  key: 'dotnet-console',
  title: { en: 'Log to the console', ko: '콘솔에 로그 기록하기' },
  safety: 'review',
  applies: ({ data }) => ['serilog', 'settings', 'nlog', 'log4net'].includes((data as { readonly dotnet?: string } | null)?.dotnet ?? '') && (data as { readonly onConsole?: boolean }).onConsole !== true,
  edits({ finding: { file, range, data }, text }) {
    const written = text(file);
    if (written === undefined) return undefined;
    if ((data as { readonly dotnet: string }).dotnet === 'serilog') {
      const end = behindCall(written, written.indexOf('(', range.end));
      return end === undefined ? undefined : [{ do: 'replace', file, span: { start: range.start, end }, text: 'Console()' }];
    }
    if ((data as { readonly dotnet: string }).dotnet === 'settings') return sinkEdits(file, written, range);
    const root = readRoot(written);
    const element = root && below(root).find((each) => /^(?:appender|target|wrapper-target)$/.test(each.local) && each.start <= range.start && range.end <= each.end);
    const type = element && attribute(element, 'type');
    if (!element || !type) return undefined;
    if (element.local === 'appender') {
      const gone = element.children.filter(({ local }) => ofFile.test(local));
      return [{ do: 'replace', file, span: type.valueSpan, text: 'log4net.Appender.ConsoleAppender' }, ...gone.map((each) => removeElement(file, written, each))];
    }
    const kept = element.attributes.filter(({ name }) => /^(?:name|layout|encoding)$|:type$|^type$/.test(name)).map(({ name, start, end, valueSpan }) => (name.endsWith('type') ? `${written.slice(start, valueSpan.start)}Console${written.slice(valueSpan.end, end)}` : written.slice(start, end)));
    return [{ do: 'replace', file, span: element.openTag, text: `<${element.name} ${kept.join(' ')}${written.slice(element.openTag.end - 2, element.openTag.end) === '/>' ? ' />' : '>'}` }];
  },
};
