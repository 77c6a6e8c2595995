import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { argument, calledName, calleeSpan, decoratorNames, enclosing, enclosingClass, enclosingFunction, nameOf, parentsOf, rootOf, type PythonNode } from '../../syntax/python/ask.js';
import { importsWeb, isCalledAtLoadOnly, isCommandLine, isMainGuarded } from '../../syntax/python/surroundings.js';
import { isDevelopmentOnly } from '../../syntax/python/values.js';
import type { StartWork } from '../java/start-work.js';

const models = /^(?:sentence_transformers\.(?:SentenceTransformer|CrossEncoder)|transformers\.(?:pipeline|\w+\.from_pretrained)|spacy\.load|torch\.(?:load|hub\.load)|whisper\.load_model|faster_whisper\.WhisperModel|ultralytics\.YOLO|keras\.(?:saving|models)\.load_model|tensorflow\.keras\.models\.load_model|diffusers\.\w+\.from_pretrained|easyocr\.Reader|gensim\.\w+(?:\.\w+)*\.load\w*|fasttext\.load_model)$/;
const indexes = /^(?:faiss\.read_index|annoy\.AnnoyIndex|hnswlib\.Index)$/;
const calls = /^(?:nltk\.download|requests\.(?:get|post)|httpx\.(?:get|post)|urllib\.request\.urlopen)$/;
const secondsToMind = 5;

/** Work that keeps the server from its first answer; `undefined` for all else. */
function workOf(cx: FactFileContext, call: PythonNode): StartWork['what'] | undefined {
  const name = calledName(cx, call);
  if (models.test(name)) return 'model';
  if (indexes.test(name)) return 'index';
  if (name === 'time.sleep' && Number(argument(call, 'secs', 0)?.text ?? 0) >= secondsToMind) return 'sleep';
  if (/^[A-Z]\w*\.objects\.all$/.test(name.replace(/^.*\.(?=[A-Z])/, '')) && enclosing(call, 'for_statement', 'list_comprehension', 'dictionary_comprehension')) return 'load';
  return calls.test(name) ? 'call' : undefined;
}

/** Hooks that frameworks call, and wait for, before they answer. */
function isEarly(cx: FactFileContext, call: PythonNode): boolean {
  const fn = enclosingFunction(call);
  // What a module of the web application does while it is loaded.
  if (!fn) return !enclosingClass(call) && importsWeb(cx, rootOf(call)) && !isMainGuarded(call);
  const type = enclosingClass(fn);
  if (type) return nameOf(fn) === 'ready' && parentsOf(cx, type).some((parent) => /(?:^|\.)AppConfig$/.test(parent));
  if (isCalledAtLoadOnly(fn)) return importsWeb(cx, fn);
  return /^(?:lifespan|create_app|startup|on_startup)$/.test(nameOf(fn)) || decoratorNames(cx, fn).some((name) => /\.on_event$|\.before_first_request$|\.before_serving$|\.listener$/.test(name)) && /startup|before|main_process_start/.test(fn.parent?.text.slice(0, 120) ?? '');
}

function onCall(call: PythonNode, cx: FactFileContext): void {
  const what = workOf(cx, call);
  if (what && isEarly(cx, call) && !isDevelopmentOnly(cx, call) && !isCommandLine(cx, call)) cx.emit('start.work', calleeSpan(call), { what, via: `${calledName(cx, call).replace(/^.*\.(?=\w+\.\w+$)/, '')}()` });
}

/** `start.work` of Python: trained models, indexes and waits before the first answer. */
export const pythonStartFacts: FactExtractor = {
  kinds: ['start.work'],
  matchers: [factMatcher({
    language: 'python',
    needles: [['sentence_transformers'], ['transformers', /\bpipeline\(|from_pretrained/], ['spacy'], ['torch', /\.load\(/], ['whisper'], ['faster_whisper'], ['ultralytics'], ['keras', 'load_model'], ['diffusers'], ['easyocr'], ['gensim'], ['fasttext'], ['faiss'], ['nltk', 'download'], ['AppConfig', /\.objects\.all\(/], [/\b(?:lifespan|create_app|on_event)\b/, /time\.sleep\(|requests\.(?:get|post)\(|httpx\.(?:get|post)\(/]],
    on: { call: onCall },
  })],
};
