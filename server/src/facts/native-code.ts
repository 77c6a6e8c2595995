import type { FactExtractor, FactFileContext } from '../contract/rule.js';
import { factMatcher } from '../contract/rule.js';
import type { Span } from '../base/text.js';
import { args, enclosing, field, imports, isType, named, span, stringValue, type JavaNode } from '../syntax/java/ask.js';
import { isForDevelopment } from '../syntax/java/profile.js';
import { isCommandLine } from '../syntax/java/program.js';
import { rootOf } from '../syntax/xml/ask.js';

export type WindowsTopic = 'library' | 'com' | 'ntlm' | 'registry' | 'jdbc' | 'pinvoke' | 'eventLog' | 'wmi' | 'service' | 'dpapi' | 'framework' | 'module';

declare module '../contract/workspace.js' {
  interface FactOf {
    /** Machine code that is loaded into the process; the operating system's own libraries are left out. */
    'native.library': { readonly library: string; readonly by: 'jni' | 'jna' | 'pinvoke' | 'ctypes' | 'ffi' };
    /** Something that exists on Windows alone. */
    'native.windows': { readonly topic: WindowsTopic; readonly name: string };
    /** The code asks which operating system it runs on. */
    'native.os-check': { readonly via: string };
  }
}

const windowsLibrary = /^(?:kernel32|advapi32|user32|shell32|ole32|oleaut32|ntdll|netapi32|secur32|gdi32|winspool(?:\.drv)?|mpr|psapi|crypt32|iphlpapi|wtsapi32|version|shlwapi)(?:\.dll)?$|\.dll$/i;
/** Libraries that every Linux has, or that only serve the machine the process runs on. */
const systemLibrary = /^(?:lib)?(?:c|m|dl|rt|util|pthread|systemd|selinux|c\.so\.6)$/i;

const windowsPackages: readonly (readonly [RegExp, WindowsTopic])[] = [
  [/^com\.sun\.jna\.platform\.win32\.(?:Advapi32|WinReg)/, 'registry'],
  [/^com\.sun\.jna\.platform\.win32\./, 'library'],
  [/^(?:com\.ice\.jni\.registry|ca\.beq\.util\.win32\.registry)\./, 'registry'],
  [/^(?:com\.jacob|com4j|org\.jawin|jeus\.com\.j2com)(?:\.|$)/, 'com'],
  [/^(?:waffle\.|jcifs\.http\.Ntlm|jcifs\.ntlmssp\.|com\.sun\.security\.auth\.module\.NT)/, 'ntlm'],
  [/^sun\.jdbc\.odbc\./, 'jdbc'],
];

/** A file that asks for the operating system has another way for the others. */
const asks = /os\.name|IS_OS_WINDOWS|\bisWindows\b|Platform\.(?:is|get|RESOURCE)/;

/** A launcher that installs the program as a Windows service: elsewhere it starts without. */
const serviceLauncher = /\bcom\.sun\.jna\.platform\.win32\.Winsvc\b/;

function emitWindows(cx: FactFileContext, at: Span, topic: WindowsTopic, name: string): void {
  if (!asks.test(cx.text) && !serviceLauncher.test(cx.text)) cx.emit('native.windows', at, { topic, name });
}

/** Whether a file is loaded only where it is there: without it the process does without. */
function isLookedFor(call: JavaNode): boolean {
  const test = enclosing(call, 'if_statement', 'method_declaration');
  return test?.type === 'if_statement' && /\.\s*(?:exists|canRead|isFile)\s*\(/.test(field(test, 'condition')?.text ?? '');
}

function library(cx: FactFileContext, call: JavaNode, at: JavaNode, by: 'jni' | 'jna'): void {
  const [first] = args(call);
  if (!first || isCommandLine(call) || isForDevelopment(call) || isLookedFor(call)) return;
  const text = stringValue(first);
  const name = text ?? first.text;
  if (windowsLibrary.test(name)) return emitWindows(cx, span(at), 'library', name);
  if (!systemLibrary.test(name) && (text !== undefined || by === 'jni')) cx.emit('native.library', span(at), { library: name.replace(/\s+/g, ' ').slice(0, 60), by });
}

const jnaLoaders = /^(?:load|loadLibrary|register)$/;

function loads(call: JavaNode, cx: FactFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  if (!name || !object) return;
  const onSystem = object.text === 'System' || /^Runtime\s*\.\s*getRuntime\s*\(\s*\)$/.test(object.text);
  if (onSystem && (name.text === 'load' || name.text === 'loadLibrary')) library(cx, call, name, 'jni');
  else if (jnaLoaders.test(name.text) && isType(cx, call, object.text, 'com.sun.jna.Native')) library(cx, call, name, 'jna');
  else if (name.text === 'getInstance' && isType(cx, call, object.text, 'com.sun.jna.NativeLibrary')) library(cx, call, name, 'jna');
}

/** SQL Server's integrated login needs a DLL unless Kerberos in Java does it; the ODBC bridge is gone from Java 8. */
const windowsUrl = /jdbc:odbc:|jdbc:(?:jtds:)?sqlserver:(?![^\s"]*authenticationScheme=(?:JavaKerberos|NTLM))[^\s"]*integratedSecurity=true/i;

function url(cx: FactFileContext, text: string, start: number): void {
  const found = windowsUrl.exec(text);
  if (!found) return;
  const name = /^jdbc:odbc/i.test(found[0]) ? 'jdbc:odbc' : 'integratedSecurity=true';
  const at = start + found.index + found[0].length - (name === 'jdbc:odbc' ? found[0].length : name.length);
  cx.emit('native.windows', { start: at, end: at + name.length }, { topic: 'jdbc', name });
}

/** `native.*`: libraries that are loaded, what only Windows has, and questions for the operating system. */
export const nativeCodeFacts: FactExtractor = {
  kinds: ['native.library', 'native.windows', 'native.os-check'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['System', /\bSystem\s*\.\s*load(?:Library)?\s*\(/], ['getRuntime', /\)\s*\.\s*load(?:Library)?\s*\(/], ['com.sun.jna.Native'], ['com.sun.jna.NativeLibrary'], ['com.sun.jna.*']],
      on: { method_invocation: loads },
    }),
    factMatcher({
      language: 'java',
      needles: [[/^import\s+(?:static\s+)?(?:com\.sun\.jna\.platform\.win32|com\.ice\.jni|ca\.beq\.util\.win32|com\.jacob|com4j|org\.jawin|jeus\.com\.j2com|waffle|jcifs\.(?:http|ntlmssp)|com\.sun\.security\.auth\.module\.NT|sun\.jdbc\.odbc)/m]],
      on: {
        import_declaration(declaration, cx) {
          const name = named(declaration).find((part) => part.type.endsWith('identifier'));
          const found = name && windowsPackages.find(([pattern]) => pattern.test(name.text));
          if (found && imports(cx, declaration).package.split('.')[0] !== name.text.split('.')[0]) emitWindows(cx, span(name), found[1], name.text);
        },
      },
    }),
    factMatcher({
      language: 'java', needles: [['os.name'], ['IS_OS_WINDOWS'], ['isWindows']],
      on: {
        string_literal(literal, cx) {
          if (literal.text === '"os.name"') cx.emit('native.os-check', span(literal), { via: 'os.name' });
        },
        identifier(name, cx) {
          if (name.text === 'IS_OS_WINDOWS') cx.emit('native.os-check', span(name), { via: name.text });
        },
        method_invocation(call, cx) {
          const name = field(call, 'name');
          if (name?.text === 'isWindows') cx.emit('native.os-check', span(name), { via: name.text });
        },
      },
    }),
    factMatcher({
      language: 'java', needles: [['jdbc:odbc'], [/integratedSecurity=true/i]],
      on: { string_literal: (literal, cx) => url(cx, literal.text, literal.startIndex) },
    }),
    factMatcher({
      language: 'properties', needles: [['jdbc:odbc'], [/integratedSecurity=true/i]],
      on: { entry: (entry, cx) => url(cx, cx.text.slice(entry.valueSpan.start, entry.valueSpan.end), entry.valueSpan.start) },
    }),
    factMatcher({
      language: 'yaml', needles: [['jdbc:odbc'], [/integratedSecurity=true/i]],
      on: {
        document({ index }, cx) {
          if (index === 0) url(cx, cx.text.replace(/#.*$/gm, (comment) => ' '.repeat(comment.length)), 0);
        },
      },
    }),
    factMatcher({
      language: 'xml', needles: [['jdbc:odbc'], [/integratedSecurity=true/i], [/\bwaffle\.|jcifs\.http\.Ntlm/]],
      on: {
        '*'(element, cx) {
          const root = rootOf(element).local;
          if (!/^(?:beans|Context|Server|server|web-app|configuration|datasources|persistence|hibernate-configuration)$/.test(root)) return;
          const values = element.attributes.map(({ value, valueSpan }) => ({ value, start: valueSpan.start, end: valueSpan.end }));
          const text = element.textSpan && element.children.length === 0 ? [{ value: element.text, ...element.textSpan }] : [];
          for (const { value, start, end } of [...values, ...text]) {
            url(cx, cx.text.slice(start, end), start);
            if (/^(?:waffle\.|jcifs\.http\.Ntlm)[\w.]+$/.test(value)) cx.emit('native.windows', { start, end }, { topic: 'ntlm', name: value });
          }
        },
      },
    }),
  ],
};
