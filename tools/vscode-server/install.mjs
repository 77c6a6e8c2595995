#!/usr/bin/env node
/**
 * Prepares a real VS Code server from the npm package `code-server`, for machines that cannot download VS Code.
 *
 * Progress goes to stderr; the only line on stdout is the folder that holds `out/server-main.js`.
 * A second run finds the stamp and returns at once. Only the VS Code half of the package is kept: the login and
 * proxy half around it is not used, and leaving it out saves a native build.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';

const VERSION = '4.100.3';
const INTEGRITY = 'sha512-q/Fh2DOxCRNhC/WiG/6sAhSKnj7ZACTVBaeeZ+rWjol//0FCbl/qg1ln5ecZ99jYcfqMxZZAyWcN+YBIo0DgpA==';
/** Modules with native code that the server loads; one that ships a fitting binary is not built. */
const NATIVE_MODULES = ['node-pty', '@vscode/spdlog', 'native-watchdog', '@parcel/watcher'];
/** Commands the preparation runs, each with the Debian package that brings it. */
const REQUIRED_COMMANDS = [['rg', 'ripgrep'], ['tar', 'tar'], ['make', 'make'], ['g++', 'g++'], ['python3', 'python3']];

class SetupError extends Error {}

function say(text) {
  process.stderr.write(`vscode-server: ${text}\n`);
}

function cacheFolder() {
  const base = process.env.MONOLIFT_TEST_CACHE || join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'monolift-test');
  return join(base, `code-server-${VERSION}`);
}

/** What must be equal for an earlier preparation to be used again: native modules fit one Node ABI and one platform. */
function stampText() {
  return `${JSON.stringify({ version: VERSION, integrity: INTEGRITY, abi: process.versions.modules, platform: process.platform, arch: process.arch })}\n`;
}

function isPrepared(folder, stamp) {
  const file = join(folder, 'stamp.json');
  return existsSync(file) && readFileSync(file, 'utf8') === stamp && existsSync(join(folder, 'vscode', 'out', 'server-main.js'));
}

function findCommand(name) {
  return (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)).find((file) => existsSync(file));
}

function checkCommands() {
  const missing = REQUIRED_COMMANDS.filter(([command]) => findCommand(command) === undefined);
  if (missing.length === 0) return;
  const commands = missing.map(([command]) => command).join(', ');
  const packages = missing.map(([, name]) => name).join(' ');
  throw new SetupError(`missing on this machine: ${commands}. On Debian or Ubuntu: apt-get install ${packages}`);
}

/**
 * npm's environment: `yes` because one build script runs npx, which would otherwise ask; the headers beside the
 * running Node spare node-gyp a download that may not be possible.
 */
function npmEnvironment() {
  const prefix = dirname(dirname(process.execPath));
  const hasHeaders = existsSync(join(prefix, 'include', 'node', 'node.h'));
  return { ...process.env, npm_config_yes: 'true', npm_config_loglevel: 'error', ...(hasHeaders ? { npm_config_nodedir: prefix } : {}) };
}

function run(command, args, cwd) {
  const result = spawnSync(command, args, { cwd, env: npmEnvironment(), encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 64 * 1024 * 1024 });
  if (result.status === 0) return result.stdout;
  const output = `${result.stdout ?? ''}${result.stderr ?? ''}`.trimEnd().split('\n').slice(-40).join('\n');
  const outcome = result.error ? result.error.message : `exit code ${result.status ?? result.signal}`;
  throw new SetupError(`"${command} ${args.join(' ')}" failed (${outcome}) in ${cwd}\n${output}`);
}

function download(folder) {
  say(`downloading code-server ${VERSION} from npm`);
  run('npm', ['pack', `code-server@${VERSION}`, '--silent'], folder);
  const archive = join(folder, `code-server-${VERSION}.tgz`);
  const integrity = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (integrity !== INTEGRITY) throw new SetupError(`the package that npm delivered is not the expected one: ${integrity} instead of ${INTEGRITY}`);
  run('tar', ['-xzf', archive, '--strip-components=2', 'package/lib/vscode'], folder);
  rmSync(archive);
}

function installDependencies(vscode) {
  const install = ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund'];
  say('installing the dependencies of the server');
  run('npm', install, vscode);
  say('installing the dependencies of the built-in extensions');
  run('npm', install, join(vscode, 'extensions'));
}

function loads(module, vscode) {
  return spawnSync(process.execPath, ['-e', `require(${JSON.stringify(module)})`], { cwd: vscode, stdio: 'ignore' }).status === 0;
}

function buildNativeModules(vscode) {
  for (const module of NATIVE_MODULES) {
    if (loads(module, vscode)) continue;
    say(`building ${module}`);
    run('npm', ['rebuild', module, '--build-from-source'], vscode);
    if (!loads(module, vscode)) throw new SetupError(`${module} was built but does not load in Node ${process.version}`);
  }
}

/** Puts in place what the package's own install script would: ripgrep's binary and the second name of node_modules. */
function linkTools(vscode) {
  const bin = join(vscode, 'node_modules', '@vscode', 'ripgrep', 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'rg'), { force: true });
  symlinkSync(findCommand('rg'), join(bin, 'rg'));
  rmSync(join(vscode, 'node_modules.asar'), { recursive: true, force: true });
  symlinkSync('node_modules', join(vscode, 'node_modules.asar'));
}

/** Works in a folder of its own and renames it at the end, so that a broken or parallel run never leaves half a server. */
function prepare(folder, stamp) {
  checkCommands();
  mkdirSync(dirname(folder), { recursive: true });
  const partial = mkdtempSync(`${folder}.partial-`);
  try {
    download(partial);
    const vscode = join(partial, 'vscode');
    installDependencies(vscode);
    buildNativeModules(vscode);
    linkTools(vscode);
    writeFileSync(join(partial, 'stamp.json'), stamp);
    if (isPrepared(folder, stamp)) return;
    rmSync(folder, { recursive: true, force: true });
    renameSync(partial, folder);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function main() {
  const folder = cacheFolder();
  const stamp = stampText();
  if (isPrepared(folder, stamp)) {
    say(`ready in ${folder}`);
  } else {
    const started = Date.now();
    prepare(folder, stamp);
    say(`prepared in ${Math.round((Date.now() - started) / 1000)} s in ${folder}`);
  }
  process.stdout.write(`${join(folder, 'vscode')}\n`);
}

try {
  main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(`error: ${error.message}`);
  process.exitCode = 1;
}
