import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import { isDeskOnly, jsonSetup, propertiesLogNeedle, xmlLogNeedle, yamlSetup } from '../syntax/logging/documents.js';
import { propertiesSetup } from '../syntax/logging/properties.js';
import { usedConsole, type LogSetup } from '../syntax/logging/setup.js';
import { xmlSetup } from '../syntax/logging/xml.js';
import { entriesOf } from '../syntax/properties/adapter.js';
import type {} from './evidence.js';

const seenKey = {};

function emit(cx: FactFileContext, setup: LogSetup | undefined): void {
  const appender = setup && !isDeskOnly(cx.path) ? usedConsole(setup) : undefined;
  if (appender) cx.emit('log.console', appender.at, { via: `console appender ${appender.name}`.trim(), covers: cx.path });
}

/** Console appenders and handlers that a logger really uses. */
export const logConsoleFacts: FactExtractor = {
  kinds: ['log.console'],
  matchers: [
    factMatcher({
      language: 'xml', needles: [[xmlLogNeedle]],
      on: {
        configuration: (root, cx) => emit(cx, xmlSetup(root)),
        Configuration: (root, cx) => emit(cx, xmlSetup(root)),
      },
    }),
    factMatcher({ language: 'yaml', files: ['**/log4j2*.{yml,yaml}'], needles: 'always', on: { document: (node, cx) => emit(cx, yamlSetup(node)) } }),
    factMatcher({ language: 'json', files: ['**/log4j2*.{json,jsn}'], needles: 'always', on: { document: (node, cx) => emit(cx, jsonSetup(node.root)) } }),
    factMatcher({
      language: 'properties', needles: [[propertiesLogNeedle]],
      on: {
        entry(_entry, cx) {
          cx.once(seenKey, () => emit(cx, propertiesSetup(entriesOf(cx.text))));
        },
      },
    }),
  ],
};
