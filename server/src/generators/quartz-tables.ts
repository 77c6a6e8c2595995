/** Databases whose types differ from each other. */
export type Database = 'mysql' | 'postgresql' | 'oracle' | 'sqlserver' | 'standard';

/** Types by database: text of a length, yes or no, bytes, whole numbers in milliseconds, counts. */
interface Types {
  text(length: number): string;
  readonly flag: string;
  readonly bytes: string;
  readonly long: string;
  readonly int: string;
  readonly decimal: string;
}

const plain = (length: number): string => `VARCHAR(${length})`;
const types: Readonly<Record<Database, Types>> = {
  mysql: { text: plain, flag: 'VARCHAR(1)', bytes: 'BLOB', long: 'BIGINT', int: 'INTEGER', decimal: 'NUMERIC(13,4)' },
  postgresql: { text: plain, flag: 'BOOLEAN', bytes: 'BYTEA', long: 'BIGINT', int: 'INTEGER', decimal: 'NUMERIC(13,4)' },
  oracle: { text: (length) => `VARCHAR2(${length})`, flag: 'VARCHAR2(1)', bytes: 'BLOB', long: 'NUMBER(19)', int: 'NUMBER(10)', decimal: 'NUMBER(13,4)' },
  sqlserver: { text: plain, flag: 'BIT', bytes: 'VARBINARY(MAX)', long: 'BIGINT', int: 'INTEGER', decimal: 'NUMERIC(13,4)' },
  standard: { text: plain, flag: 'BOOLEAN', bytes: 'BLOB', long: 'BIGINT', int: 'INTEGER', decimal: 'NUMERIC(13,4)' },
};

/** Quartz's class for the database; `undefined` where the standard one fits. */
export const delegates: Readonly<Partial<Record<Database, string>>> = {
  postgresql: 'org.quartz.impl.jdbcjobstore.PostgreSQLDelegate',
  oracle: 'org.quartz.impl.jdbcjobstore.oracle.OracleDelegate',
  sqlserver: 'org.quartz.impl.jdbcjobstore.MSSQLDelegate',
};

type Column = readonly [name: string, type: string, optional?: 'optional'];

interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly key: readonly string[];
  /** Table that the same key columns refer to. */
  readonly of?: { readonly table: string; readonly columns: readonly string[] };
}

/** Length of names; longer keys exceed what MySQL indexes. */
const nameLength = 190;

function tables(database: Database): readonly Table[] {
  const { text, flag, bytes, long, int, decimal } = types[database];
  const scheduler: Column = ['SCHED_NAME', text(120)];
  const job: readonly Column[] = [['JOB_NAME', text(nameLength)], ['JOB_GROUP', text(nameLength)]];
  const trigger: readonly Column[] = [['TRIGGER_NAME', text(nameLength)], ['TRIGGER_GROUP', text(nameLength)]];
  const optional = (columns: readonly (readonly [string, string])[]): readonly Column[] => columns.map(([name, type]) => [name, type, 'optional']);
  const triggerKey = ['SCHED_NAME', 'TRIGGER_NAME', 'TRIGGER_GROUP'];
  const jobKey = ['SCHED_NAME', 'JOB_NAME', 'JOB_GROUP'];
  const kindOfTrigger = (name: string, columns: readonly Column[]): Table => ({ name, columns: [scheduler, ...trigger, ...columns], key: triggerKey, of: { table: 'QRTZ_TRIGGERS', columns: triggerKey } });
  return [
    {
      name: 'QRTZ_JOB_DETAILS', key: jobKey,
      columns: [scheduler, ...job, ['DESCRIPTION', text(250), 'optional'], ['JOB_CLASS_NAME', text(250)], ['IS_DURABLE', flag], ['IS_NONCONCURRENT', flag], ['IS_UPDATE_DATA', flag], ['REQUESTS_RECOVERY', flag], ['JOB_DATA', bytes, 'optional']],
    },
    {
      name: 'QRTZ_TRIGGERS', key: triggerKey, of: { table: 'QRTZ_JOB_DETAILS', columns: jobKey },
      columns: [
        scheduler, ...trigger, ...job, ...optional([['DESCRIPTION', text(250)], ['NEXT_FIRE_TIME', long], ['PREV_FIRE_TIME', long], ['PRIORITY', int]]),
        ['TRIGGER_STATE', text(16)], ['TRIGGER_TYPE', text(8)], ['START_TIME', long], ...optional([['END_TIME', long], ['CALENDAR_NAME', text(nameLength)], ['MISFIRE_INSTR', int], ['JOB_DATA', bytes]]),
      ],
    },
    kindOfTrigger('QRTZ_SIMPLE_TRIGGERS', [['REPEAT_COUNT', long], ['REPEAT_INTERVAL', long], ['TIMES_TRIGGERED', long]]),
    kindOfTrigger('QRTZ_CRON_TRIGGERS', [['CRON_EXPRESSION', text(120)], ['TIME_ZONE_ID', text(80), 'optional']]),
    kindOfTrigger('QRTZ_SIMPROP_TRIGGERS', optional([
      ['STR_PROP_1', text(512)], ['STR_PROP_2', text(512)], ['STR_PROP_3', text(512)], ['INT_PROP_1', int], ['INT_PROP_2', int], ['LONG_PROP_1', long], ['LONG_PROP_2', long],
      ['DEC_PROP_1', decimal], ['DEC_PROP_2', decimal], ['BOOL_PROP_1', flag], ['BOOL_PROP_2', flag],
    ])),
    kindOfTrigger('QRTZ_BLOB_TRIGGERS', [['BLOB_DATA', bytes, 'optional']]),
    { name: 'QRTZ_CALENDARS', key: ['SCHED_NAME', 'CALENDAR_NAME'], columns: [scheduler, ['CALENDAR_NAME', text(nameLength)], ['CALENDAR', bytes]] },
    { name: 'QRTZ_PAUSED_TRIGGER_GRPS', key: ['SCHED_NAME', 'TRIGGER_GROUP'], columns: [scheduler, ['TRIGGER_GROUP', text(nameLength)]] },
    {
      name: 'QRTZ_FIRED_TRIGGERS', key: ['SCHED_NAME', 'ENTRY_ID'],
      columns: [
        scheduler, ['ENTRY_ID', text(95)], ...trigger, ['INSTANCE_NAME', text(nameLength)], ['FIRED_TIME', long], ['SCHED_TIME', long], ['PRIORITY', int], ['STATE', text(16)],
        ...optional([['JOB_NAME', text(nameLength)], ['JOB_GROUP', text(nameLength)], ['IS_NONCONCURRENT', flag], ['REQUESTS_RECOVERY', flag]]),
      ],
    },
    { name: 'QRTZ_SCHEDULER_STATE', key: ['SCHED_NAME', 'INSTANCE_NAME'], columns: [scheduler, ['INSTANCE_NAME', text(nameLength)], ['LAST_CHECKIN_TIME', long], ['CHECKIN_INTERVAL', long]] },
    { name: 'QRTZ_LOCKS', key: ['SCHED_NAME', 'LOCK_NAME'], columns: [scheduler, ['LOCK_NAME', text(40)]] },
  ];
}

function statement({ name, columns, key, of }: Table): string {
  const width = Math.max(...columns.map(([column]) => column.length));
  const lines = [
    ...columns.map(([column, type, optional]) => `    ${column.padEnd(width)} ${type}${optional ? '' : ' NOT NULL'}`),
    `    PRIMARY KEY (${key.join(', ')})`,
    ...(of ? [`    FOREIGN KEY (${of.columns.join(', ')}) REFERENCES ${of.table} (${of.columns.join(', ')})`] : []),
  ];
  return `CREATE TABLE ${name} (\n${lines.join(',\n')}\n);`;
}

/** Look-ups that a scheduler makes every few seconds. */
const indexes: readonly (readonly [name: string, table: string, columns: string])[] = [
  ['IDX_QRTZ_T_NEXT_FIRE_TIME', 'QRTZ_TRIGGERS', 'SCHED_NAME, TRIGGER_STATE, NEXT_FIRE_TIME'],
  ['IDX_QRTZ_FT_INSTANCE', 'QRTZ_FIRED_TRIGGERS', 'SCHED_NAME, INSTANCE_NAME, REQUESTS_RECOVERY'],
];

/** The tables in which clustered Quartz 2 schedulers keep jobs, triggers and locks, with the names that Quartz looks for. */
export function quartzTables(database: Database): string {
  const head = `-- Jobs, triggers and locks of clustered Quartz schedulers (${database}). Run once.`;
  return [head, ...tables(database).map(statement), indexes.map(([name, table, columns]) => `CREATE INDEX ${name} ON ${table} (${columns});`).join('\n'), ''].join('\n\n').replace(/\n\n$/, '\n');
}
