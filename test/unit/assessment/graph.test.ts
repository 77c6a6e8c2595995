import assert from 'node:assert/strict';
import { moduleGraph } from '../../../server/src/assessment/graph/build.js';
import type { ModuleGraph } from '../../../server/src/assessment/graph/graph.js';
import { outlineMapper } from '../../../server/src/syntax/outline/mapper.js';
import { outlineOf } from '../../../server/src/syntax/outline/read.js';

const languages: Readonly<Record<string, string>> = { java: 'java', ts: 'typescript', js: 'typescript', py: 'python', cs: 'csharp' };

/** The graph of some files; documents of XML are mappers. */
export function graphOf(files: Readonly<Record<string, string>>): ModuleGraph {
  const mappers = Object.entries(files).filter(([file]) => file.endsWith('.xml')).flatMap(([file, text]) => {
    const statements = outlineMapper(text);
    return statements ? [{ file, ...statements }] : [];
  });
  return moduleGraph(Object.entries(files).flatMap(([file, text]) => outlineOf(languages[file.slice(file.lastIndexOf('.') + 1)] ?? '', file, text) ?? []), mappers);
}

const short = (id: string): string => id.replace(/^.*[./]/, '');

/** Edges as `Desk -> Books 2 find open`: calls, and the methods. */
function edges(graph: ModuleGraph): readonly string[] {
  return graph.edges.map(({ from, to, calls, methods }) => `${short(from)} -> ${short(to)} ${calls}${Object.keys(methods).map((name) => ` ${name}`).join('')}`);
}

const tables = (graph: ModuleGraph): readonly string[] => graph.tables.map(({ unit, access, table }) => `${short(unit)} ${access} ${table}`);
const transactions = (graph: ModuleGraph): readonly string[] => graph.transactions.map((found) => `${short(found.unit)}.${found.method}: ${found.tables.join(' ')}`);
const roles = (graph: ModuleGraph): readonly string[] => graph.units.map(({ name, role }) => `${name} ${role}`);

describe('The module graph of a library in Spring', () => {
  const files = {
    'a/Book.java': 'package lib.book;\nimport javax.persistence.*;\n@Entity\npublic class Book { String title; Shelf shelf; public String getTitle() { return title; } public Shelf getShelf() { return shelf; } public void setTitle(String t) { title = t; } }',
    'a/Shelf.java': 'package lib.book;\n@Entity @Table(name = "shelves") public class Shelf { public int room() { return 1; } public static class Key { } }',
    'a/Books.java': 'package lib.book;\npublic interface Books extends JpaRepository<Book, Long> { }',
    'a/Catalogue.java': 'package lib.book;\npublic interface Catalogue { Book find(long id); void rename(long id, String title); }',
    'a/CatalogueImpl.java': `package lib.book;
@Service
class CatalogueImpl extends Audited implements Catalogue {
  private final Books books;
  CatalogueImpl(Books books) { this.books = books; }
  public Book find(long id) { return books.findById(id).orElseThrow(); }
  @Transactional
  public void rename(long id, String title) { find(id).setTitle(title); audit(title); }
}`,
    'a/Audited.java': 'package lib.book;\npublic abstract class Audited { protected AuditLog log; protected void audit(String text) { log.write(text); } }',
    'a/AuditLog.java': 'package lib.book;\n@Component public class AuditLog { JdbcTemplate jdbc; void write(String text) { jdbc.update("insert into audit_log (said) values (?)", text); } }',
    'b/Loans.java': `package lib.loan;
import lib.book.*;
@Service
public class Loans {
  @Autowired Catalogue catalogue;
  LoanMapper mapper;
  @Transactional public void lend(long book, long member) {
    int room = catalogue.find(book).getShelf().room();
    mapper.insert(book, member, room);
  }
  public void key(Shelf.Key key) { }
}`,
    'b/LoanMapper.java': 'package lib.loan;\npublic interface LoanMapper { void insert(long book, long member, int room); }',
    'b/LoanMapper.xml': '<mapper namespace="lib.loan.LoanMapper">\n<sql id="all">from loan l join member m on m.id = l.member</sql>\n<select id="open">select * <include refid="all"/></select>\n<insert id="insert">insert into loan (book) values (#{book})</insert></mapper>',
    'b/LoanController.java': 'package lib.loan;\n@RestController class LoanController { private final Loans loans; @PostMapping("/loans") void lend(long book) { loans.lend(book, 1); } @Value("${loan.max:3}") int max; }',
  };
  const graph = graphOf(files);

  it('resolves what is injected, inherited, nested or of the same package', () => {
    assert.deepEqual(edges(graph), [
      'Audited -> AuditLog 1 write',
      'Book -> Shelf 0',
      'Books -> Book 0',
      'Catalogue -> Book 0',
      'CatalogueImpl -> Audited 1 audit',
      'CatalogueImpl -> Book 1 setTitle',
      'CatalogueImpl -> Books 1 findById',
      'CatalogueImpl -> Catalogue 0',
      'LoanController -> Loans 1 lend',
      'Loans -> Book 1 getShelf',
      'Loans -> Catalogue 0',
      'Loans -> CatalogueImpl 1 find',
      'Loans -> Shelf 1 room',
      'Loans -> LoanMapper 1 insert',
    ]);
  });

  it('says which tables are owned, read and written', () => {
    assert.deepEqual(tables(graph), [
      'AuditLog write audit_log', 'Book owns book', 'Books read book', 'Books write book', 'CatalogueImpl write book', 'Shelf owns shelves',
      'LoanMapper read loan', 'LoanMapper write loan', 'LoanMapper read member',
    ]);
    assert.deepEqual(graph.tables.find(({ table }) => table === 'member')?.at, { file: 'b/LoanMapper.xml', line: 3 });
  });

  it('follows transactions through calls', () => {
    assert.deepEqual(transactions(graph), ['CatalogueImpl.rename: audit_log book', 'Loans.lend: book loan shelves']);
  });

  it('gives roles, routes and settings', () => {
    assert.deepEqual(roles(graph), ['AuditLog store', 'Audited service', 'Book data', 'Books store', 'Catalogue service', 'CatalogueImpl service', 'Shelf data', 'LoanController web', 'LoanMapper store', 'Loans service']);
    assert.deepEqual(graph.routes.map(({ verb, path, unit }) => `${verb} ${path} ${unit}`), ['POST /loans lib.loan.LoanController']);
    assert.deepEqual(graph.settings, [{ unit: 'lib.loan.LoanController', key: 'loan.max' }]);
  });

  it('is the same whatever the order of the files', () => {
    assert.deepEqual(graphOf(Object.fromEntries(Object.entries(files).reverse())), graph);
  });
});

describe('Calls of the module graph', () => {
  it('are shared between several implementations of an interface', () => {
    assert.deepEqual(edges(graphOf({
      'Desk.java': 'class Desk { Fee fee; void serve() { fee.due(1); fee.due(2); } }',
      'Fee.java': 'interface Fee { int due(int days); }',
      'A.java': 'class DailyFee implements Fee { public int due(int days) { return days; } }',
      'B.java': 'abstract class HalfFee implements Fee { } class YearlyFee extends HalfFee { public int due(int days) { return 0; } }',
    })), ['DailyFee -> Fee 0', 'Desk -> DailyFee 1 due', 'Desk -> Fee 0', 'Desk -> YearlyFee 1 due', 'HalfFee -> Fee 0', 'YearlyFee -> HalfFee 0']);
  });

  it('reach fields that a superclass in another file has', () => {
    assert.deepEqual(edges(graphOf({
      'Base.java': 'package a; public class Base { protected Books books; }',
      'Desk.java': 'package b; import a.Base; class Desk extends Base { void serve() { books.find(1); } }',
      'Books.java': 'package a; public class Books { public Book find(int id) { return null; } }',
    })), ['Base -> Books 0', 'Desk -> Base 0', 'Desk -> Books 1 find']);
  });

  it('are of own types only, also where a library has types of the same name', () => {
    assert.deepEqual(edges(graphOf({
      'Desk.java': 'package b; import org.other.Books; class Desk { Books books; void serve() { books.find(1); } }',
      'Books.java': 'package b; public class Books { public void find(int id) { } }',
    })), []);
  });

  it('lead to statements of iBATIS that are asked for by name', () => {
    const graph = graphOf({
      'BoardDao.java': 'package a; class BoardDao extends AbstractDao { List<?> all(Board vo) { return list("board.all", vo); } void add(Board vo) { insert("board.add", vo); } }',
      'board.xml': '<sqlMap namespace="board"><select id="all"><![CDATA[ select * from t_board where a < 1 ]]></select><insert id="add">insert into t_board values (1)</insert></sqlMap>',
      'BoardServiceImpl.java': 'package a; class BoardServiceImpl { BoardDao dao; public void write(Board vo) { dao.add(vo); } }',
    });
    assert.deepEqual(tables(graph), ['BoardDao read t_board', 'BoardDao write t_board']);
    assert.deepEqual(transactions(graph), ['BoardServiceImpl.write: t_board']);
  });
});
