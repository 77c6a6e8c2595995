import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { version } from '../host/version.js';
import { UsageError, exitCodes } from './errors.js';
import { generatorKinds } from '../generators/catalogue.js';
import { explain } from './commands/explain.js';
import { fix } from './commands/fix.js';
import { generate } from './commands/generate.js';
import { listRules } from './commands/rules.js';
import { scan } from './commands/scan.js';
import { simulate } from './commands/simulate.js';
import { systemLocale } from './locale.js';

function language(value: string): 'en' | 'ko' {
  if (value !== 'en' && value !== 'ko') throw new InvalidArgumentError('use en or ko');
  return value;
}

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
  monolift.command('simulate')
    .description('Show how many pods a HorizontalPodAutoscaler keeps, as the controller of Kubernetes decides it.')
    .requiredOption('--scenario <file>', 'scenario or list of scenarios (JSON)')
    .addOption(new Option('--format <format>', 'form of the output').choices(['json']).default('json'))
    .addOption(languageOption())
    .action(simulate);
  monolift.command('rules').description('List the rules.').addOption(languageOption()).action(listRules);
  monolift.command('explain').description('Print the page of a rule.').argument('<rule>', 'rule id, for example state/http-session').addOption(languageOption()).action(explain);
  return monolift;
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
