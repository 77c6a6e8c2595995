import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { secondsOf } from '../autoscaling/input/load.js';
import { goalOf, type Goal } from '../autoscaling/sizing/goal.js';
import { millicores } from '../base/quantity.js';
import { version } from '../host/version.js';
import { UsageError, exitCodes } from './errors.js';
import { generatorKinds } from '../generators/catalogue.js';
import { explain } from './commands/explain.js';
import { extract } from './commands/extract.js';
import { fix } from './commands/fix.js';
import { generate } from './commands/generate.js';
import { report } from './commands/report.js';
import { listRules } from './commands/rules.js';
import { scan } from './commands/scan.js';
import { simulate } from './commands/simulate.js';
import { size } from './commands/size.js';
import { systemLocale } from './locale.js';

function language(value: string): 'en' | 'ko' {
  if (value !== 'en' && value !== 'ko') throw new InvalidArgumentError('use en or ko');
  return value;
}

function checked(value: number | undefined, expected: string): number {
  if (value === undefined || !(value >= 0)) throw new InvalidArgumentError(`expected ${expected}`);
  return value;
}

const duration = (text: string): number => checked(secondsOf(text), 'a duration, for example 90s or 10m');
const cpu = (text: string): number => checked(millicores(text), 'an amount of CPU, for example 500m');
const amount = (text: string): number => checked(Number(text) || undefined, 'a number above 0');
function growth(text: string): number {
  const [, percent, per = ''] = /^(\d+(?:\.\d+)?)%\/(s|m|h)$/.exec(text) ?? [];
  return checked(percent === undefined ? undefined : Number(percent) / 100 / (secondsOf(`1${per}`) ?? 1), 'a share per time, for example 10%/m');
}

function goal(text: string): Goal {
  const found = goalOf(text);
  if (!found) throw new InvalidArgumentError('expected p95 or mean and a duration with its unit, for example p95=300ms');
  return found;
}

const whole = (text: string): number => checked(/^\d+$/.test(text) ? Number(text) : undefined, 'a whole number');

const languageOption = (): Option => new Option('--lang <language>', 'language of the output: en or ko').argParser(language).default(systemLocale());

function program(): Command {
  const monolift = new Command('monolift')
    .description('Find what keeps a monolith from scaling out, and turn each finding into the next step.')
    .version(version)
    .showHelpAfterError('(add --help for the options)')
    .exitOverride();
  monolift.command('scan')
    .description('Analyse folders and report findings. Exit code 1 when a finding reaches --fail-on.')
    .argument('[path...]', 'folders to analyse', ['.'])
    .addOption(new Option('--format <format>', 'form of the report').choices(['text', 'json', 'sarif', 'markdown']).default('text'))
    .addOption(new Option('--fail-on <severity>', 'lowest severity that makes the exit code 1').choices(['error', 'warning', 'never']).default('error'))
    .option('--rule <id...>', 'report these rules only (repeatable)')
    .addOption(languageOption())
    .option('--output <file>', 'write the report to a file instead of standard output')
    .option('--no-cache', 'neither read nor write the cache of earlier scans')
    .action(scan);
  monolift.command('fix')
    .description('Show what a quick fix would change as a unified diff; --write makes the change.')
    .argument('<path>', 'folder to analyse')
    .requiredOption('--rule <id>', 'rule whose findings to fix')
    .requiredOption('--fix <key>', 'which of its fixes')
    .option('--write', 'change the files instead of printing the diff')
    .addOption(languageOption())
    .action(fix);
  monolift.command('generate')
    .description('Generate what the application under a folder needs to run in containers and to scale out.')
    .addArgument(new Command().createArgument('<what>', 'what to generate').choices(generatorKinds))
    .argument('<path>', 'folder to analyse')
    .option('--module <folder>', 'folder of the application, where there are several')
    .addOption(new Option('--target <platform>', 'platform to write for, instead of that of monolift.yaml').choices(['kubernetes', 'openshift']))
    .option('--name <name>', 'name of the objects, instead of that of the application')
    .option('--network-policy', 'write a NetworkPolicy with the Kubernetes objects')
    .option('--stdout', 'print the files, and what would change in existing ones as a diff (this is the default)')
    .option('--write', 'write the files; existing files are never overwritten')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(languageOption())
    .action(generate);
  monolift.addCommand(extractCommand()).addCommand(reportCommand()).addCommand(simulateCommand()).addCommand(sizeCommand());
  monolift.command('rules').description('List the rules.').addOption(languageOption()).action(listRules);
  monolift.command('explain').description('Print the page of a rule.').argument('<rule>', 'rule id, for example state/http-session').addOption(languageOption()).action(explain);
  return monolift;
}

function extractCommand(): Command {
  return new Command('extract')
    .description('Show how an application could be cut into services, and which part to split off first.')
    .exitOverride()
    .argument('<path>', 'folder to analyse')
    .addOption(new Option('--format <format>', 'form of the output: candidates in words, data, pictures, or a sketch of the API of each candidate').choices(['text', 'json', 'mermaid', 'openapi']).default('text'))
    .option('--clusters <number>', 'cut into this many parts', (text: string) => checked(whole(text) || undefined, 'a whole number above 0'))
    .option('--module <folder>', 'folder of the application, where there are several (default: the largest)')
    .option('--output <file>', 'where to write it instead of printing it')
    .addOption(languageOption())
    .action(extract);
}

function reportCommand(): Command {
  return new Command('report')
    .description('Report where a code base stands on its way to the cloud: level, comparison, what to fix first. Several folders make a portfolio.')
    .exitOverride()
    .argument('[path...]', 'folders to report on')
    .addOption(new Option('--format <format>', 'form of the report').choices(['html', 'markdown', 'json', 'csv', 'sarif']).default('markdown'))
    .option('--output <file>', 'where to write it instead of printing it')
    .option('--baseline <file>', 'an earlier report in JSON: tell what has changed since')
    .option('--merge <file...>', 'reports in JSON that were written before, to join into a portfolio')
    .option('--job <file>', 'print a Kubernetes Indexed Job instead that reports on the repositories in this list (one address on each line)')
    .option('--image <image>', 'image for the pods of --job, with monolift and git')
    .option('--shards <number>', 'pods among which --job divides the list', whole, 10)
    .option('--no-cache', 'read everything again')
    .addOption(languageOption())
    .action(report);
}

function simulateCommand(): Command {
  return new Command('simulate')
    .description('Show how a HorizontalPodAutoscaler fares under a load, as the controller of Kubernetes decides it.')
    .exitOverride()
    .option('--hpa <file...>', 'autoscalers to try (YAML); their workload is looked for in the same folder')
    .option('--fixed <replicas...>', 'numbers of replicas to compare with', (text: string, before: number[] | undefined) => [...(before ?? []), whole(text)])
    .option('--load <file>', 'load as a table (CSV: time in seconds, and rate or users), or what JMeter, k6, Gatling, Locust or nGrinder measured')
    .option('--closed <users,think>', 'load of users who think between two requests, for example 296,1s')
    .option('--shape <name:low..high>', 'load of a form (day, ramp, spike, steady) in requests per second, for example day:20..300')
    .option('--think <duration>', 'thinking time where a table counts users', duration, 1)
    .option('--duration <duration>', 'how long to simulate, for example 10m (default: the length of the table, or 1h)', duration)
    .option('--capacity <rate>', 'requests per second that one pod answers at its CPU limit', amount)
    .option('--request <cpu>', 'CPU request of a pod instead of that of the manifest, for example 500m', cpu)
    .option('--limit <cpu>', 'CPU limit of a pod instead of that of the manifest', cpu)
    .option('--latency <duration>', 'time that a request waits for databases and other services', duration, 0)
    .option('--start-up <duration>', 'from the start of a pod to readiness (default: that of its probes, or 30s)', duration)
    .option('--replicas <number>', 'replicas at the beginning (default: those of the manifest, or the minimum)', whole)
    .option('--pool <pods>', 'pods that fit on the nodes; further ones stay Pending', whole)
    .option('--goal <duration>', 'mean response time that should not be exceeded, for example 300ms', duration)
    .option('--cluster-version <version>', 'release of the cluster', '1.32')
    .option('--plan <file>', 'run several workloads on nodes that they share instead (YAML; see examples/peak-load/shared.yaml)')
    .option('--scenario <file>', 'answer a scenario or a list of them (JSON) instead')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json', 'html']).default('text'))
    .addOption(languageOption())
    .action(simulate);
}

function sizeCommand(): Command {
  return new Command('size')
    .description('Work out an autoscaler from load tests; every number comes with its derivation.')
    .exitOverride()
    .requiredOption('--load-test <file...>', 'what JMeter, k6, Gatling, Locust or nGrinder measured; FILE@3 where three pods were tested')
    .option('--cpu <cpu>', 'CPU that all pods of the first test used together, for example 3200m', cpu)
    .option('--deployment <file>', 'manifest (YAML) of the workload: gives its name, CPU request, start-up and pool size where they are not named')
    .option('--request <cpu>', 'CPU that a pod requests (default: that of the manifest, what a pod of the test used, or 500m)', cpu)
    .option('--usual <rate>', 'requests per second on a usual day', amount)
    .option('--peak <rate>', 'requests per second at the peak (default: those of the test)', amount)
    .option('--headroom <percent>', 'by how much the peak may be higher', Number, 20)
    .option('--growth <percent/time>', 'how fast the load rises, for example 10%/m', growth)
    .option('--start-up <duration>', 'from the start of a pod to readiness (default: that of its probes, or 30s)', duration)
    .option('--connections <number>', 'connections that the database takes', whole)
    .option('--pool-size <number>', 'connections that one pod opens', whole)
    .option('--goal <p95=duration>', 'response time of 95 % of the requests or on average, for example p95=300ms or mean=200ms; the target is lowered until it holds', goal)
    .option('--name <name>', 'name of the workload and the autoscaler (default: that of the manifest, or app)')
    .option('--write', 'write the autoscaler, and the CPU request into the manifest of --deployment, instead of printing')
    .option('--output <file>', 'where to write the autoscaler', 'hpa.yaml')
    .addOption(new Option('--format <format>', 'form of the output').choices(['text', 'json']).default('text'))
    .addOption(languageOption())
    .action(size);
}

async function main(): Promise<number> {
  try {
    await program().parseAsync(process.argv);
    return Number(process.exitCode ?? exitCodes.clean);
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.clean : exitCodes.failure;
    const text = error instanceof UsageError ? error.message : `internal error: ${error instanceof Error ? error.message : String(error)}. Please report it with the command you ran.`;
    process.stderr.write(`monolift: ${text}\n`);
    return exitCodes.failure;
  }
}

// A reader such as `head` that has enough closes the pipe: the rest is not wanted, and that is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(exitCodes.clean);
});

void main().then((code) => {
  process.exitCode = code;
});
