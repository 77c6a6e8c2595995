import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { example, monolift } from './run.js';

interface Sarif {
  readonly runs: readonly [{
    readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string; readonly help: { readonly markdown: string } }[] } };
    readonly results: readonly {
      readonly ruleId: string; readonly ruleIndex: number; readonly level: string; readonly message: { readonly text: string };
      readonly relatedLocations?: readonly unknown[];
      readonly partialFingerprints: Readonly<Record<string, string>>;
      readonly properties: { readonly messages: { readonly en: string; readonly ko: string } };
    }[];
  }];
}

const require = createRequire(import.meta.url);
// The schema that OASIS published, as it comes with Microsoft's matchers for it.
const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json') as object;
const ajv = new AjvDraft04({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(schema);

for (const lang of ['en', 'ko'] as const) {
  describe(`SARIF in ${lang}`, () => {
    const { stdout } = monolift(['scan', example('spring-shop'), '--format', 'sarif', '--lang', lang]);
    const log = JSON.parse(stdout) as Sarif;
    const [run] = log.runs;

    it('is valid against the SARIF 2.1.0 schema', () => {
      assert.ok(validate(log), JSON.stringify(validate.errors?.slice(0, 3)));
    });
    it('carries levels, help, fingerprints, related locations and both languages', () => {
      assert.ok(run.results.length > 0);
      for (const result of run.results) {
        const rule = run.tool.driver.rules[result.ruleIndex];
        assert.equal(rule?.id, result.ruleId);
        assert.ok((rule?.help.markdown.length ?? 0) > 200, `${result.ruleId} has help`);
        assert.ok(['error', 'warning', 'note'].includes(result.level));
        assert.match(result.partialFingerprints['monolift/v1'] ?? '', /^[0-9a-f]{16}$/);
        assert.equal(result.message.text, result.properties.messages[lang]);
        assert.match(result.properties.messages.ko, /\p{Script=Hangul}/u);
      }
      assert.ok(run.results.some((result) => (result.relatedLocations?.length ?? 0) > 0));
    });
    it('gives every result a fingerprint of its own', () => {
      const prints = run.results.map((result) => result.partialFingerprints['monolift/v1']);
      assert.equal(new Set(prints).size, prints.length);
    });
  });
}
