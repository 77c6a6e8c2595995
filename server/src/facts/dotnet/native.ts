import type { Span } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import type { FactExtractor, FactFileContext } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { baseTypes, calledName, callName, descendants, field, hasAttribute, modifiers, nameOf, named, plain, receiver, span, stringValue, typeName, usings, type CsNode } from '../../syntax/csharp/ask.js';
import { attribute, rootOf } from '../../syntax/xml/ask.js';
import type { WindowsTopic } from '../native-code.js';

const windowsLibrary = /^(?:kernel32|advapi32|user32|shell32|ole32|oleaut32|ntdll|netapi32|secur32|gdi32|winspool(?:\.drv)?|mpr|psapi|crypt32|iphlpapi|wtsapi32|version|shlwapi|urlmon|wininet|winmm|dbghelp|logoncli|userenv|setupapi|mscoree|clr)(?:\.dll)?$/i;
const systemLibrary = /^(?:lib)?(?:c|m|dl|rt|util|pthread|__Internal)(?:\.so.*)?$/i;

/** Types of the framework that exist on Windows alone, with the namespace that must be taken in where the name is common. */
const types: readonly (readonly [RegExp, WindowsTopic, string])[] = [
  [/^(?:RegistryKey|Registry)$/, 'registry', 'Microsoft.Win32'],
  [/^(?:EventLog)$/, 'eventLog', 'System.Diagnostics'],
  [/^(?:ManagementObjectSearcher|ManagementObject|ManagementClass|ManagementScope)$/, 'wmi', 'System.Management'],
  [/^(?:ProtectedData|ProtectedMemory)$/, 'dpapi', 'System.Security.Cryptography'],
];

/** Whether the file, or what is around it, asks for the operating system first. */
const asks = /\bIsOSPlatform\(|OperatingSystem\.Is\w+\(|\bRuntimeInformation\.|PlatformID\.|\[SupportedOSPlatform(?:Guard)?\(|\bIs(?:Not|Non)?Windows\b|\bIs(?:Linux|Unix|Posix)\b/;

function emit(cx: FactFileContext, at: Span, topic: WindowsTopic, name: string): void {
  if (!asks.test(cx.text)) cx.emit('native.windows', at, { topic, name });
}

/** `[DllImport("x.dll")]`; libraries of Windows and others tell different things. */
function imported(node: CsNode, cx: FactFileContext): void {
  const name = (field(node, 'name')?.text ?? '').replace(/^.*\./, '');
  if (!/^(?:DllImport|LibraryImport)(?:Attribute)?$/.test(name)) return;
  const literal = descendants(node, 'string_literal', 'verbatim_string_literal', 'identifier').find((each) => stringValue(each) !== undefined);
  const library = stringValue(literal);
  if (!literal || library === undefined || asks.test(cx.text)) return;
  if (windowsLibrary.test(library)) emit(cx, span(literal), 'pinvoke', library);
  else if (!systemLibrary.test(library)) cx.emit('native.library', span(literal), { library, by: 'pinvoke' });
}

function used(cx: FactFileContext, at: CsNode, name: string): void {
  const found = types.find(([pattern]) => pattern.test(name));
  const all = usings(cx, at);
  if (found && [...all].some((each) => each === found[2] || each.startsWith(`${found[2]}.`))) emit(cx, span(at), found[1], name);
}

const framework = /^(?:v[1-4]\.\d(?:\.\d)?|net(?:20|35|40|45\d?|46\d?|47\d?|48\d?)|net\d+\.0-windows[\d.]*)$/i;

function target(element: XmlElement, cx: FactFileContext): void {
  if (rootOf(element).local !== 'Project' || !element.textSpan) return;
  const targets = element.text.split(';').map((each) => each.trim()).filter(Boolean);
  // A library that is also built for other systems runs there.
  if (targets.length === 0 || !targets.every((each) => framework.test(each))) return;
  cx.emit('native.windows', element.textSpan, { topic: 'framework', name: element.text.startsWith('v') ? `.NET Framework ${element.text.slice(1)}` : element.text });
}

/** `native.*` of .NET: P/Invoke, and what exists on Windows alone. */
export const dotnetNativeFacts: FactExtractor = {
  kinds: ['native.windows', 'native.library', 'native.os-check'],
  matchers: [
    factMatcher({ language: 'csharp', needles: [['DllImport'], ['LibraryImport']], on: { attribute: imported } }),
    factMatcher({
      language: 'csharp',
      needles: [['Microsoft.Win32', /\bRegistry(?:Key)?\b/], ['EventLog', /\bEventLog\s*[.(]/], [/\bManagement(?:Object\w*|Class|Scope)\b/, 'System.Management'], ['ProtectedData'], ['ProtectKeysWithDpapi'], ['GetTypeFromProgID'], ['Microsoft.Office.Interop'], ['ServiceBase'], ['System.DirectoryServices']],
      on: {
        object_creation_expression(node, cx) {
          const type = field(node, 'type');
          if (type) used(cx, type, typeName(type));
        },
        invocation_expression(call, cx) {
          const at = calledName(call);
          const on = receiver(call);
          if (!at) return;
          const first = plain(on).split('.')[0] ?? '';
          if (on && /^[A-Z]/.test(first)) used(cx, on, first);
          if (callName(call) === 'GetTypeFromProgID') emit(cx, span(at), 'com', 'GetTypeFromProgID');
          if (callName(call) === 'ProtectKeysWithDpapi') emit(cx, span(at), 'dpapi', 'ProtectKeysWithDpapi');
        },
        using_directive(node, cx) {
          const name = named(node).at(-1);
          if (name && /^Microsoft\.Office\.Interop\./.test(plain(name))) emit(cx, span(name), 'com', plain(name));
        },
        class_declaration(type, cx) {
          const name = field(type, 'name');
          if (name && baseTypes(type).includes('ServiceBase') && usings(cx, type).has('System.ServiceProcess') && !modifiers(type).has('abstract') && !hasAttribute(type, /^RunInstaller$/)) emit(cx, span(name), 'service', nameOf(type));
        },
      },
    }),
    factMatcher({ language: 'xml', files: ['**/*.{csproj,vbproj,fsproj}'], needles: [['TargetFramework'], ['TargetFrameworks'], ['TargetFrameworkVersion']], on: { TargetFramework: target, TargetFrameworks: target, TargetFrameworkVersion: target } }),
    factMatcher({
      language: 'xml', files: ['**/[Ww]eb.[Cc]onfig'], needles: [['authentication', 'Windows'], ['impersonate']],
      on: {
        authentication(element, cx) {
          const mode = attribute(element, 'mode');
          if (element.parent?.local === 'system.web' && mode && /^windows$/i.test(mode.value)) cx.emit('native.windows', mode.valueSpan, { topic: 'ntlm', name: '<authentication mode="Windows">' });
        },
        identity(element, cx) {
          const impersonate = attribute(element, 'impersonate');
          if (impersonate && /^true$/i.test(impersonate.value)) cx.emit('native.windows', impersonate.valueSpan, { topic: 'ntlm', name: '<identity impersonate="true">' });
        },
      },
    }),
    factMatcher({
      language: 'csharp', needles: [[/\bIsOSPlatform\(|OperatingSystem\.Is\w+\(/]],
      on: {
        invocation_expression(call, cx) {
          const at = calledName(call);
          if (at && /^(?:IsOSPlatform|IsWindows|IsLinux)$/.test(callName(call))) cx.emit('native.os-check', span(at), { via: callName(call) });
        },
      },
    }),
  ],
};
