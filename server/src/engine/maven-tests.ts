/** Parts of a project file that speak of others than the module itself, or of how it is built. */
const otherParts = /<(parent|dependencies|dependencyManagement|build|profiles|developers|contributors|organization|licenses|mailingLists|repositories|pluginRepositories|reporting)>[^]*?<\/\1>/g;

/** The kinds of tests that have modules of their own; a plain `tests` may as well be what the product is about. */
const kindOfTests = /\b(?:integrat(?:ion|ed)|functional|acceptance|system|end[- ]to[- ]end|e2e|smoke|regression|performance|load|stress|black[- ]?box|selenium|unit)[- ]tests?(?:[- ](?:suites?|cases?|utils|utilities))?\.?$/i;

/** Longer texts explain a product and may mention its tests at their end. */
const longestName = 80;

/**
 * Whether a `pom.xml` says, by the name or the description of its module, that the module holds tests. Modules below
 * it, which it aggregates, are made to be tested and never rolled out.
 */
export function holdsTests(pom: string): boolean {
  const own = pom.replace(/<!--[^]*?-->/g, '').replace(otherParts, '');
  return [...own.matchAll(/<(name|description)>([^<]*)<\/\1>/g)].some(([, , text = '']) => text.trim().length <= longestName && kindOfTests.test(text.trim()));
}
