import assert from 'node:assert/strict';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { decode } from '../../../../server/src/host/decode.js';
import { outlineMapper } from '../../../../server/src/syntax/outline/mapper.js';
import { outlineOf } from '../../../../server/src/syntax/outline/read.js';
import { tablesOf } from '../../../../server/src/syntax/outline/sql.js';

const samples: Readonly<Record<string, string>> = {
  java: 'package 도서;\nimport a.B;\n/* 설명 */ @Service class 대출 extends B { @Value("${한글}") String s; void 빌리다(B 책) { 책.열기("select * from t_대출 where a = \'x\'"); } }\n',
  csharp: 'using A;\nnamespace B { [Route("x")] class CController : D { int a = 1; void E(F f) { f.G<H>($"{a}"); } } }\n',
  python: 'from .a import B\n@app.route("/x")\ndef c(d: B):\n    """text\n    more"""\n    d.e(f"{d}")\nclass F(B):\n    def g(self):\n        return self.h\n',
  typescript: 'import { A } from "./a"\n@Controller("x") export class B extends A { constructor(private a: A) {} get(): A { return this.a.b(`x${this.a.c()}`) } }\nrouter.get("/x", (a) => a / 2 / 3)\n',
};

/** Pieces that open what others close, repeated until only a linear reader is done in time. */
const pieces = ['{', '(', '<', '"', "'", '`', '/*', '//', '${', 'a<', 'a.', '@A(', 'class A{', 'new ', '(A)', '=>', '->', '[', '"""', 'select a from ', '\n', ' + "', 'a(b,', 'const a = ', 'def a(', '#', '@"', 'import a', '?.', 'if (a) {', 'var a = b.', '<A,', ') =>', 'a: ', '=', ';', 'async (', 'from a import ('];

describe('Outlines of what nobody would write', () => {
  for (const [language, text] of Object.entries(samples)) {
    it(`cut ${language} anywhere is read as far as it goes`, () => {
      for (let end = 0; end <= text.length; end++) assert.ok(outlineOf(language, 'a.x', text.slice(0, end)));
    });

    it(`${language} says the same with other line ends and encodings`, () => {
      assert.deepEqual(outlineOf(language, 'a.x', text.replaceAll('\n', '\r\n')), outlineOf(language, 'a.x', text));
      assert.deepEqual(outlineOf(language, 'a.x', decode(iconv.encode(text, 'cp949'))), outlineOf(language, 'a.x', text));
    });

    it(`${language} takes time in proportion to its text`, () => {
      fc.assert(fc.property(fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 }), (parts) => {
        const text = parts.join('').repeat(Math.ceil(60_000 / parts.join('').length));
        const begin = performance.now();
        outlineOf(language, 'a.x', text);
        assert.ok(performance.now() - begin < 2000, `${JSON.stringify(parts)} took ${performance.now() - begin} ms`);
      }), { numRuns: 60, seed: 8 });
    });
  }

  it('mappers and statements take time in proportion as well', () => {
    for (const piece of ['<select id="a">', '<sql id="a"><include refid="a"/>', '<!--', '<mapper ', '<![CDATA[', '<include refid=', '<selectKey>']) {
      const begin = performance.now();
      outlineMapper(`<mapper namespace="a">${piece.repeat(4000)}`);
      assert.ok(performance.now() - begin < 2000, `${piece} took ${performance.now() - begin} ms`);
    }
    for (const piece of ['select a from b, ', 'from (', 'join x on ', 'using a ', '/*', "'", '${']) {
      const begin = performance.now();
      tablesOf(`select 1 ${piece.repeat(20_000)}`);
      assert.ok(performance.now() - begin < 2000, `${piece} took ${performance.now() - begin} ms`);
    }
  });
});

describe('Tables of a statement', () => {
  const said = (statement: string): readonly string[] => tablesOf(statement).map(({ table, access }) => `${access} ${table}`);

  it('are those that it reads and writes, without aliases, functions and parts of its own', () => {
    assert.deepEqual(said('SELECT b.* FROM lib.book b, shelf s LEFT OUTER JOIN "Author" AS a ON a.id = b.author WHERE EXISTS (SELECT 1 FROM loan l WHERE l.book = b.id)'), ['read author', 'read book', 'read loan', 'read shelf']);
    assert.deepEqual(said('insert into loan (a) select a from cart where x = \'from nowhere\''), ['read cart', 'write loan']);
    assert.deepEqual(said('update member m set m.a = 1'), ['write member']);
    assert.deepEqual(said('delete from `fee` where a in (select id from due)'), ['read due', 'write fee']);
    assert.deepEqual(said('with recent as (select * from loan) select * from recent join book on 1 = 1'), ['read book', 'read loan']);
    assert.deepEqual(said('select extract(year from born) from person for update'), ['read person']);
    assert.deepEqual(said('merge into stock s using arrival a on (s.id = a.id) when matched then update set s.n = 1'), ['read arrival', 'write stock']);
    assert.deepEqual(said('select o from Order o join fetch o.items i'), ['read order']);
    assert.deepEqual(said('select nextval from ${schema}.seq where a = #{a}'), ['read seq']);
  });

  it('are none in sentences', () => {
    for (const text of ['Select a book from the list', 'Update your password', 'delete this file', 'from where', 'with love from me', 'selected from menu']) assert.deepEqual(said(text), [], text);
  });
});

describe('A document of a mapper', () => {
  it('gives its statements with what they include', () => {
    const found = outlineMapper('<?xml version="1.0"?>\n<!-- <mapper namespace="ghost"> -->\n<mapper namespace="lib.LoanMapper">\n<sql id="tables">from loan l <where>x</where></sql>\n<select id="all" resultType="Loan">select * <include refid="tables"/></select>\n<update id="close"><selectKey>select 1 from dual</selectKey>update loan <set><if test="a != null">a = 1</if></set></update></mapper>');
    assert.equal(found?.namespace, 'lib.LoanMapper');
    assert.deepEqual(found?.queries, [
      { name: 'all', tables: [{ table: 'loan', access: 'read' }], line: 5 }, { name: 'close', tables: [{ table: 'loan', access: 'write' }], line: 6 },
    ]);
    assert.equal(outlineMapper('<beans/>'), undefined);
  });
});
