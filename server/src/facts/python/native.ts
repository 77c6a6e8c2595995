import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { argument, below, calledName, calleeSpan, enclosingFunction, field, nameOf, rootOf, plainText, span, type PythonNode } from '../../syntax/python/ask.js';
import { guardsOf } from '../../syntax/python/values.js';
import '../native-code.js';

const loaders = /^(?:ctypes\.(?:CDLL|cdll\.LoadLibrary|PyDLL)|cffi\.FFI\(\)\.dlopen)$/;
/** Libraries of the system itself, which every image has. */
const system = /^(?:lib)?(?:c|m|dl|rt|pthread|gcc_s|stdc\+\+)(?:\.so[\d.]*)?$/;

const windowsModules: Readonly<Record<string, 'registry' | 'com' | 'module'>> = { winreg: 'registry', _winreg: 'registry', 'win32com.client': 'com', win32com: 'com', pythoncom: 'com', comtypes: 'com', win32api: 'module', win32con: 'module', win32service: 'module', win32serviceutil: 'module', win32event: 'module', wmi: 'module', win32print: 'module' };

function onCall(call: PythonNode, cx: FactFileContext): void {
  const name = calledName(cx, call);
  const library = loaders.test(name) ? plainText(argument(call, 'name', 0)) : undefined;
  if (library !== undefined && !system.test(library.replace(/^.*\//, ''))) cx.emit('native.library', calleeSpan(call), { library: library.replace(/^.*\//, ''), by: 'ctypes' });
  if (/^ctypes\.(?:windll|oledll|WinDLL)/.test(name) && !isGuarded(call, cx)) cx.emit('native.windows', calleeSpan(call), { topic: 'module', name });
}

/** `win32dns.py`, `registry_windows.py`: the part for one system of code that has others for the rest. */
const partForWindows = /(?:^|[\/_-])(?:_?win(?:32|64|dows|nt)\w*|\w+_win(?:32|dows)?)\.py$/i;

const asksSystem = /sys\.platform|os\.name|platform\.system|win32|windows/i;

/** Under a question for the operating system, in a `try` that does without, or in a function that is only called after such a question. */
function isGuarded(node: PythonNode, cx: FactFileContext, depth = 2): boolean {
  if (guardsOf(cx, node).some(({ text }) => asksSystem.test(text))) return true;
  for (let at = node.parent; at; at = at.parent) if (at.type === 'try_statement') return true;
  const fn = depth > 0 ? enclosingFunction(node) : undefined;
  const calls = fn ? below(rootOf(fn), 'call').filter((call) => field(call, 'function')?.text === nameOf(fn)) : [];
  return calls.length > 0 && calls.every((call) => isGuarded(call, cx, depth - 1));
}

function onImport(statement: PythonNode, cx: FactFileContext): void {
  const modules = statement.type === 'import_from_statement' ? [field(statement, 'module_name')] : statement.childrenForFieldName('name');
  for (const each of modules) {
    const name = each && (field(each, 'name') ?? each).text;
    const topic = name && !partForWindows.test(cx.path) ? windowsModules[name] : undefined;
    if (each && name && topic && !isGuarded(statement, cx)) cx.emit('native.windows', span(each), { topic, name });
  }
}

/** Machine code and Windows in Python. */
export const pythonNativeFacts: FactExtractor = {
  kinds: ['native.library', 'native.windows'],
  matchers: [factMatcher({ language: 'python', needles: [['ctypes'], ['dlopen'], [/^\s*(?:import|from)\s+(?:_?winreg|win32\w*|pythoncom|comtypes|wmi)\b/m]], on: { call: onCall, import_statement: onImport, import_from_statement: onImport } })],
};
