import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { attribute } from '../../syntax/xml/ask.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Data sources of a file that JBoss and WildFly deploy (`*-ds.xml`), by their JNDI names. */
    'datasource.deployed': { readonly names: readonly string[] };
    /** A data source that a script of the server's command line makes, with addresses from the environment. */
    'datasource.command': { readonly name: string };
  }
}

const added = /\b(?:xa-)?data-source\s+add\b.*--jndi-name=["']?([\w:./-]+)/;
/** `jdbc:postgresql://${DS_IP}:5432/shop`: the address is not part of the image. */
const fromEnvironment = /--connection-url=["']?jdbc:\S*\$\{?\w/;

/** Data sources of JBoss and WildFly, as they are deployed and as images make them when they start. */
export const jbossDatasourceFacts: FactExtractor = {
  kinds: ['datasource.deployed', 'datasource.command'],
  matchers: [
    factMatcher({
      language: 'xml', files: ['**/*-ds.xml'], needles: [['jndi-name']],
      on: {
        datasources(root, cx) {
          const names = root.children.flatMap((source) => attribute(source, 'jndi-name')?.value ?? []);
          if (names.length > 0) cx.emit('datasource.deployed', root.nameSpan, { names });
        },
      },
    }),
    factMatcher({
      language: 'lines', files: ['**/*.sh', '**/*.cli'], needles: [['data-source', 'jndi-name']],
      on: {
        file({ lines }, cx) {
          for (const { text, start } of lines) {
            const name = /^\s*#/.test(text) || !fromEnvironment.test(text) ? undefined : added.exec(text)?.[1];
            if (name !== undefined) cx.emit('datasource.command', { start, end: start + text.length }, { name });
          }
        },
      },
    }),
  ],
};

/** Whether a command makes a data source that the file of a finding deploys, and others all the rest of it: the image then needs no such file. */
export function isMadeByCommands(fact: Fact<'datasource.command'>, file: string, model: Model): boolean {
  const names = model.facts('datasource.deployed').find((each) => each.file === file)?.value.names ?? [];
  const made = new Set(model.factsFor('datasource.command', file).map(({ value }) => value.name));
  return names.includes(fact.value.name) && names.every((name) => made.has(name));
}
