import type { Span } from '../base/text.js';
import { basename } from '../base/paths.js';
import type { JsonNode } from './json/ask.js';

/** Files that ASP.NET Core reads its settings from. */
export const appsettingsGlobs = ['**/appsettings*.json'];

/** One scalar setting, its sections joined by `:` as .NET writes them. */
export interface AppSetting {
  readonly key: string;
  readonly value: string;
  readonly keySpan: Span;
  /** The value as written, quotes included. */
  readonly valueSpan: Span;
}

/** Environment that the name of the file is for: `appsettings.Production.json` → `Production`. */
export function environmentOf(path: string): string | undefined {
  return /^appsettings\.([\w-]+)\.json$/i.exec(basename(path))?.[1];
}

/** Strings, numbers and switches of an appsettings file. */
export function appSettings(root: JsonNode): readonly AppSetting[] {
  const found: AppSetting[] = [];
  const walk = (node: JsonNode, key: string): void => {
    for (const [index, child] of (node.children ?? []).entries()) {
      const [name, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
      if (!value) continue;
      const part = name ? String(name.value) : String(index);
      const own = key === '' ? part : `${key}:${part}`;
      if (value.type === 'object' || value.type === 'array') walk(value, own);
      else if (value.type !== 'null') found.push({ key: own, value: String(value.value), keySpan: spanOf(name ?? value), valueSpan: spanOf(value) });
    }
  };
  walk(root, '');
  return found;
}

function spanOf(node: JsonNode): Span {
  return { start: node.offset, end: node.offset + node.length };
}
