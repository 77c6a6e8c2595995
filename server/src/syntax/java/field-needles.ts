import type { FileContext, TextTest } from '../../contract/rule.js';
import { isNeverChanged } from './field-writes.js';

/** Whether a text declares a field of this shape, whose first group ends with its name, and, as far as words tell, changes it somewhere else. */
export function changed(shape: RegExp): TextTest {
  return {
    source: `changed ${shape.source}`,
    shape,
    test(text) {
      for (const match of text.matchAll(shape)) {
        const declared = (match[1] ?? '').replace(/<[^;]*>/g, '');
        const name = /(\w+)[\s[\]]*$/.exec(declared)?.[1];
        // Several names in one declaration: left to the tree.
        if (name === undefined || declared.includes(',') || !isNeverChanged(text, name, match.index, match.index + match[0].length)) return true;
      }
      return false;
    },
  };
}

/** An instance field that holds a collection; the group ends with its name. */
export const heldCollection = /\b(?:private|protected|public)\s+(?:(?:final|volatile)\s+)*[\w.]*(?:Map|List|Set|Deque|Queue|Buffer|Multimap|Table|Vector|Stack|Collection)\s*<([^(){};=]*>\s*\w+)\s*[;=]/g;

/** The same without a word on who may see it. What stands before the type is looked at after it: every line begins like that. */
export const heldUnmarked = /(?:Map|List|Set|Deque|Queue|Buffer|Multimap|Table|Vector|Stack|Collection)[ \t]*<(?<=^[ \t]+(?:final[ \t]+)?[\w.]+[ \t]*<)([^(){};=]*>[ \t]*\w+)[ \t]*[;=]/gm;

/** Whether what is not inside a method of the text's first class has this shape and is changed somewhere else. */
export function changedMember(shape: RegExp): TextTest {
  return {
    source: `changed member ${shape.source}`,
    shape,
    test(text) {
      let depth = 0;
      let at = 0;
      for (const match of text.matchAll(shape)) {
        for (; at < match.index; at++) depth += text[at] === '{' ? 1 : text[at] === '}' ? -1 : 0;
        const name = /(\w+)$/.exec(match[1] ?? '')?.[1];
        if (depth === 1 && (name === undefined || !isNeverChanged(text, name, match.index, match.index + match[0].length))) return true;
      }
      return false;
    },
  };
}

/** Names that classes of XML beans and of Guice's modules usually have; the words keep the number of files that must be read small. */
const beanNames = '\\w*(?:Service|Manager|Controller|Dao|DAO|Facade|Store|Holder|Handler|Cache|Monitor|Repository|Locator|Helper|Map|Registry)(?:Impl)?';

/** A class with such a name. */
export const beanClass = new RegExp(`\\bclass\\s+${beanNames}\\b`);
/** An object of such a class that is made. */
export const madeBean = new RegExp(`\\bnew\\s+${beanNames}\\s*[(<]`);
/** Such a name alone. */
export const beanName = new RegExp(`^${beanNames}$`);

const changedCollection = changed(heldCollection);
const asksKey = {};

/** Whether it is asked of the classes of a file if an XML file makes them beans: only then is it known that none does. */
export function asksForBeans(cx: FileContext): boolean {
  return cx.once(asksKey, () => beanClass.test(cx.text) && changedCollection.test(cx.text));
}
