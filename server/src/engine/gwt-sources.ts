import { dirname } from '../base/paths.js';

/** Folders, ending in a slash, that a module of GWT (`*.gwt.xml`) names as sources of the script for the browser. */
export function gwtSources(path: string, module: string): readonly string[] {
  const dir = dirname(path);
  // Folders `client/` are left out by their name already.
  return [...module.replace(/<!--[^]*?-->/g, '').matchAll(/<source\s[^>]*?\bpath\s*=\s*["']([\w./-]+?)\/?["']/g)].map(([, folder = '']) => `${dir === '' ? '' : `${dir}/`}${folder}/`).filter((folder) => !folder.endsWith('/client/'));
}

/** Classes that work in the browser alone. What only marks a class as sent over stands in classes that both sides share. */
const client = /\bimport\s+(?:static\s+)?com\.google\.gwt\.(?:core|dom|event|http|storage|uibinder|user)\.client\.(?!GwtIncompatible\b|rpc\.(?:IsSerializable|GwtTransient)\b)/;

/** Whether Java of a folder that GWT compiles runs in the browser alone: at least half of its files lean on what only the browser has. */
export function runsInBrowser(texts: readonly string[]): boolean {
  return texts.length > 0 && texts.filter((text) => client.test(text)).length * 2 >= texts.length;
}
