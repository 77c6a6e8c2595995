import { basename } from '../../../base/paths.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { isDeskOnly, isForSideProgram, jsonSetup, propertiesLogNeedle, xmlLogNeedle, yamlSetup } from '../../../syntax/logging/documents.js';
import { propertiesSetup } from '../../../syntax/logging/properties.js';
import { fileAppenders, type LogSetup } from '../../../syntax/logging/setup.js';
import { xmlSetup } from '../../../syntax/logging/xml.js';
import { entriesOf } from '../../../syntax/properties/adapter.js';
import { dataFor } from './console-fix.js';

const reportedKey = {};

/** One finding per file appender that a logger uses; those of one configuration form a group, and so do files of one name in an application whose events the console gets as well. */
function report(cx: RuleFileContext, setup: LogSetup | undefined): void {
  if (!setup || isDeskOnly(cx.path)) return;
  for (const { appender, onConsole } of fileAppenders(setup)) {
    cx.report({
      at: appender.at, say: 'file', ...(isForSideProgram(cx.path) ? { severity: 'info' as const } : {}), args: { file: appender.path || appender.name }, cause: onConsole ? `beside the console ${basename(cx.path)}` : cx.path,
      data: { ...dataFor(cx.path, cx.text, { appender: appender.name, onConsole, wrapped: setup.appenders.some((other) => other.refs.includes(appender.name)) }) },
    });
  }
}

/** Log4j 1 and 2 and Logback in XML. */
export const xmlLogs = ruleMatcher({
  language: 'xml',
  needles: [[xmlLogNeedle]],
  on: {
    configuration: (root, cx) => report(cx, xmlSetup(root)),
    Configuration: (root, cx) => report(cx, xmlSetup(root)),
  },
});

/** Log4j 2 in YAML. */
export const yamlLogs = ruleMatcher({
  language: 'yaml', files: ['**/log4j2*.{yml,yaml}'], needles: 'always',
  on: { document: (node, cx) => report(cx, yamlSetup(node)) },
});

/** Log4j 2 in JSON. */
export const jsonLogs = ruleMatcher({
  language: 'json', files: ['**/log4j2*.{json,jsn}'], needles: 'always',
  on: { document: (node, cx) => report(cx, jsonSetup(node.root)) },
});

/** Log4j 1 and 2 and java.util.logging in properties files. */
export const propertiesLogs = ruleMatcher({
  language: 'properties',
  needles: [[propertiesLogNeedle]],
  on: {
    entry(_entry, cx) {
      cx.once(reportedKey, () => report(cx, propertiesSetup(entriesOf(cx.text))));
    },
  },
});
