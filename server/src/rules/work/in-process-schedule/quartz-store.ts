import type { Json } from '../../../base/json.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { bootSettingsFile } from '../../../facts/java/boot.js';
import { effectiveModule } from '../../../facts/build/effective.js';
import type { BuildModule } from '../../../facts/build/kinds.js';
import { delegates, quartzTables, type Database } from '../../../generators/quartz-tables.js';
import { replaceSettings, settingsEdits, type NewSetting } from '../../../syntax/settings-edit.js';
import { codeCopes, codeEdits } from './quartz-code.js';
import { schedulerEdits } from './quartz-xml.js';
import { jdbcLibraries } from './shedlock-plan.js';
import { tablePath } from './table-path.js';

/** Where a Quartz finding stands, which decides what to edit. */
type Place = 'boot' | 'properties' | 'xml' | 'java';

function placeOf(data: Json): Place | undefined {
  if (typeof data !== 'object' || data === null || !('place' in data)) return undefined;
  return data.place as Place;
}

const drivers: readonly (readonly [Database, RegExp])[] = [
  ['mysql', /:(?:mysql-connector-j(?:ava)?|mariadb-java-client)$/], ['postgresql', /:postgresql$/], ['oracle', /:ojdbc\d*/], ['sqlserver', /:mssql-jdbc$/],
];

function databaseOf({ dependencies, provided }: BuildModule): Database {
  return drivers.find(([, driver]) => [...dependencies, ...provided].some((name) => driver.test(name)))?.[0] ?? 'standard';
}

function clusterSettings(database: Database): readonly (readonly [key: string, value: string])[] {
  const delegate = delegates[database];
  return [
    ['org.quartz.scheduler.instanceId', 'AUTO'], ['org.quartz.jobStore.isClustered', 'true'],
    ...(delegate === undefined ? [] : [['org.quartz.jobStore.driverDelegateClass', delegate] as const]),
  ];
}

/** Boot makes the store itself when its Quartz starter and a data source are there. */
function bootModule(file: string, model: Model): BuildModule | undefined {
  const module = effectiveModule(model, model.moduleOf(file).dir);
  const uses = (test: RegExp): boolean => module?.dependencies.some((name) => test.test(name)) ?? false;
  return module?.bootVersion !== undefined && uses(/:spring-boot-starter-quartz$/) && uses(jdbcLibraries) ? module : undefined;
}

function bootEdits({ finding: { file }, model, text }: FixInput, module: BuildModule): readonly Edit[] | undefined {
  const settingsFile = bootSettingsFile(model, model.moduleOf(file).dir);
  const wanted: readonly NewSetting[] = [
    ['spring.quartz.job-store-type', 'jdbc'], ['spring.quartz.overwrite-existing-jobs', 'true'],
    ...clusterSettings(databaseOf(module)).map(([key, value]) => [`spring.quartz.properties.${key}`, value] as const),
  ];
  const replaced: readonly NewSetting[] = [['spring.quartz.job-store-type', 'jdbc'], ['spring.quartz.properties.org.quartz.jobStore.class', 'org.springframework.scheduling.quartz.LocalDataSourceJobStore']];
  // The memory may be stated in a profile's file, which wins over the one for all.
  const elsewhere = file !== settingsFile && /\.(?:properties|ya?ml)$/.test(file) ? replaceSettings(file, replaced, text) : [];
  const added = settingsEdits(settingsFile, wanted, text);
  return added && [...replaceSettings(settingsFile, replaced, text), ...added, ...elsewhere];
}

/** A plain `quartz.properties`: the server's data source under a JNDI name, because Quartz fills in no placeholders there. */
function propertiesEdits({ finding: { file }, text }: FixInput, module: BuildModule): readonly Edit[] | undefined {
  if (text(file) === undefined) return undefined;
  const added = settingsEdits(file, [
    ...clusterSettings(databaseOf(module)), ['org.quartz.jobStore.dataSource', 'quartz'], ['org.quartz.dataSource.quartz.jndiURL', 'java:comp/env/jdbc/quartz'],
  ], text);
  return added && [...replaceSettings(file, [['org.quartz.jobStore.class', 'org.quartz.impl.jdbcjobstore.JobStoreTX']], text), ...added];
}

function storeEdits(input: FixInput, module: BuildModule): readonly Edit[] | undefined {
  const { finding: { file, data, range }, model } = input;
  switch (placeOf(data)) {
    case 'xml':
      return schedulerEdits(file, range.start, clusterSettings(databaseOf(module)), model, input.text);
    case 'properties':
      return propertiesEdits(input, module);
    default:
      return bootModule(file, model) && bootEdits(input, module);
  }
}

function isStatic(data: Json): boolean {
  return typeof data === 'object' && data !== null && 'storable' in data && data.storable === false;
}

/** Quartz keeps its jobs in the database and lets one scheduler of the cluster fire each: settings and the statement for the tables. */
export const quartzStore: Fix = {
  key: 'quartz-jdbc',
  title: { en: "Keep Quartz's jobs in the database for all replicas", ko: 'Quartz 작업을 모든 레플리카가 공유하는 데이터베이스에 두기' },
  safety: 'review',
  applies: ({ file, data }, model) => {
    const place = placeOf(data);
    if (place === undefined || isStatic(data) || !codeCopes(file, model)) return false;
    return place === 'boot' || place === 'java' ? bootModule(file, model) !== undefined : effectiveModule(model, model.moduleOf(file).dir) !== undefined;
  },
  edits(input) {
    const { finding: { file }, model, text } = input;
    const { dir } = model.moduleOf(file);
    const module = effectiveModule(model, dir);
    const edits = module && storeEdits(input, module);
    if (!module || !edits) return undefined;
    const path = tablePath(dir, module, model, 'quartz-tables');
    return [...edits, ...codeEdits(file, model, text), { do: 'create', path, text: quartzTables(databaseOf(module)), ifExists: 'refuse' }];
  },
};
