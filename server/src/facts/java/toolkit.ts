import { factMatcher, type FactExtractor, type FactFileContext, type Needles } from '../../contract/rule.js';
import { startScriptMatcher } from '../../syntax/start-command.js';
import { toolkitTool } from '../../syntax/dockerfile/toolkit.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Something that only works with a JDK: the compiler called from code, or one of its tools in a script of the image. */
    'java.toolkit': { readonly via: string };
  }
}

const inCode: Needles = [['getSystemJavaCompiler'], ['com.sun.tools'], ['com.sun.jdi']];
const uses = /\bgetSystemJavaCompiler\b|\bcom\.sun\.(?:tools\.(?:attach|javac|jdi|jconsole)|jdi)\b/;

/** Looks at the text: an import is as good as a call, because nothing else brings these packages. */
function look(cx: FactFileContext): void {
  const found = uses.exec(cx.text);
  if (found) cx.emit('java.toolkit', { start: found.index, end: found.index + found[0].length }, { via: found[0] });
}

/** `java.toolkit`: see the kind. */
export const javaToolkitFacts: FactExtractor = {
  kinds: ['java.toolkit'],
  matchers: [
    factMatcher({ language: 'java', needles: inCode, on: { program: (_node, cx) => look(cx) } }),
    startScriptMatcher<FactFileContext>([[toolkitTool]], ({ text }, cx) => {
      const found = toolkitTool.exec(text);
      if (found) cx.emit('java.toolkit', { start: found.index, end: found.index + found[0].length }, { via: found[0].trim() });
    }),
  ],
};
