import assert from 'node:assert/strict';
import { outlineJava } from '../../../../server/src/syntax/outline/java.js';
import { inTransaction as transactional, routes as routesOf, tables as tablesIn, uses } from './uses.js';

const body = (code: string, members = '', above = ''): readonly string[] =>
  uses(outlineJava('Desk.java', `package library;\nclass Desk ${above} {\n  ${members}\n  void serve() {\n    ${code}\n  }\n}\n`), 'Desk')['serve'] ?? [];

describe('The outline of a file of Java', () => {
  const outline = outlineJava('src/main/java/library/loan/LoanService.java', `
    package library.loan;
    import java.util.List;
    import library.book.*;
    import library.member.Member;
    import static library.Rules.days;
    /** Lends: class Ghost { } */
    @Service @Transactional(readOnly = true)
    public class LoanService extends BaseService<Loan> implements Lending, Audited {
      private final BookRepository books;
      private List<Loan> open = new ArrayList<>();
      public LoanService(BookRepository books) { this.books = books; }
      @Transactional
      public Loan lend(Member member, long book) throws LoanRefused { return new Loan(member, books.findById(book).orElseThrow(), days()); }
      int count() { return 1; }
      static class Reminder { void send(Member member) { member.notify("class Fake {"); } }
      enum State { OPEN, CLOSED { @Override int weight() { return 2; } }; int weight() { return 1; } }
      record Line(Book book, int days) { Line { days = Math.max(days, 1); } }
    }
    interface Lending { Loan lend(Member member, long book); default void nothing() {} }
  `);

  it('holds its package and imports', () => {
    assert.equal(outline.package, 'library.loan');
    assert.deepEqual(outline.imports, { List: 'java.util.List', Member: 'library.member.Member', Rules: 'library.Rules' });
    assert.deepEqual(outline.packagesImported, ['library.book']);
  });

  it('holds the types with what they extend, and where they stand', () => {
    assert.deepEqual(outline.units.map(({ name, within, kind, line, lines }) => [name, within, kind, line, lines]), [
      ['LoanService', undefined, 'class', 9, 11], ['Reminder', 'LoanService', 'class', 16, 1], ['State', 'LoanService', 'enum', 17, 1],
      ['Line', 'LoanService', 'record', 18, 1], ['Lending', undefined, 'interface', 20, 1],
    ]);
    assert.deepEqual(outline.units[0]?.above, ['BaseService<Loan>', 'Lending', 'Audited']);
    assert.deepEqual(outline.units[0]?.marks, ['Service', 'Transactional']);
    assert.deepEqual(outline.units[0]?.holds, { books: 'BookRepository', open: 'List<Loan>' });
    assert.deepEqual(outline.units[3]?.holds, { book: 'Book', days: 'int' });
  });

  it('holds methods as other classes see them', () => {
    const [service, , , , lending] = outline.units;
    assert.deepEqual(service?.methods.map(({ name, isPublic, result, inTransaction }) => [name, isPublic, result, inTransaction]), [
      ['<init>', true, undefined, false], ['lend', true, 'Loan', true], ['count', false, 'int', false],
    ]);
    assert.deepEqual(service?.methods[1]?.parameters, [{ name: 'member', type: 'Member' }, { name: 'book', type: 'long' }]);
    assert.deepEqual(lending?.methods.map(({ name, isPublic }) => [name, isPublic]), [['lend', true], ['nothing', true]]);
  });

  it('says what a method calls and names', () => {
    assert.deepEqual(uses(outline, 'LoanService')['lend'], ['Member', 'Loan 2', 'BookRepository:findById', 'BookRepository.findById():orElseThrow', 'Rules:days']);
    assert.deepEqual(uses(outline, 'Reminder')['send'], ['Member', 'Member:notify']);
  });
});

describe('Calls in Java', () => {
  it('are told by fields, parameters, locals and casts', () => {
    assert.deepEqual(body('this.books.find(1); books.find(2);', '@Autowired Books books;'), ['Books:find 2']);
    assert.deepEqual(body('Book book = shelf(); book.open();'), ['Book', 'Desk:shelf', 'Book:open']);
    assert.deepEqual(body('var book = new Book("x"); book.open();'), ['Book', 'Book:open']);
    assert.deepEqual(body('((Book) held).open();'), ['Book', 'Book:open']);
    assert.deepEqual(body('new Book().open(); Books.all(); Book[] row = null; row[0].open();'), ['Book 2', 'Book:open 2', 'Books:all']);
    assert.deepEqual(body('try (Reader reader = open()) { reader.read(); } catch (ReadError | LostError e) { e.tell(); }').filter((use) => !use.startsWith('Desk')), ['Reader', 'Reader:read', 'ReadError', 'LostError', 'LostError:tell']);
    assert.deepEqual(body('if (held instanceof Book book && book.isOpen()) { }'), ['Book', 'Book:isOpen']);
  });

  it('go through containers, loops, lambdas and references', () => {
    assert.deepEqual(body('for (Book book : books) book.open(); books.get(0).shut();', 'List<Book> books;'), ['Book', 'Book:open', 'List<Book>:get', 'Book:shut']);
    assert.deepEqual(body('books.stream().filter(book -> book.isOpen()).forEach(Book::shut);', 'List<Book> books;'), ['List<Book>:stream', 'List<Book>:filter', 'Book:isOpen', 'List<Book>:forEach', 'Book:shut']);
  });

  it('go on from what a call gives and from members that a supertype has', () => {
    assert.deepEqual(body('member.getCard().getLoans().count();', 'Member member;'), ['Member:getCard', 'Member.getCard():getLoans', 'Member.getCard().getLoans():count']);
    assert.deepEqual(body('books.find(1);', '', 'extends BaseDesk'), ['Desk.books:find']);
    assert.deepEqual(body('super.serve();', '', 'extends BaseDesk'), ['BaseDesk:serve']);
    assert.deepEqual(body('library.book.Shelf.of(1);'), ['library.book.Shelf:of']);
    assert.deepEqual(body('context.getBean(Books.class).find(1);', 'Context context;'), ['Context:getBean', 'Books', 'Books:find']);
    assert.deepEqual(body('Lending lending = (Lending) context.lookup("java:global/library/Desk!library.loan.Lending");', 'Context context;'), ['Lending 2', 'Context:lookup', 'library.loan.Lending']);
  });

  it('are not taken from comments, texts and declarations of anonymous classes', () => {
    assert.deepEqual(body('/* Book.open(); */ String said = "Book.open()"; // Book.open();'), []);
    assert.deepEqual(body('run(new Task() { public void execute(Book book) { book.open(); } });'), ['Desk:run', 'Task', 'Book', 'Book:open']);
  });
});

describe('Tables in Java', () => {
  const tables = (text: string): readonly string[] => tablesIn(outlineJava('T.java', text));

  it('are told by the mapping of entities', () => {
    assert.deepEqual(tables('@Entity @Table(name = "LIB.T_BOOK", schema = "LIB") class Book { @JoinTable(name = "book_author") List<Author> authors; }'), ['Book owns t_book entity', 'Book owns book_author entity']);
    assert.deepEqual(tables('@Entity class OpenLoan { }'), ['OpenLoan owns open_loan entity']);
    assert.deepEqual(tables('@TableName("t_fee") class Fee { }'), ['Fee owns t_fee entity']);
  });

  it('are told by SQL, whole, concatenated, in constants and put together step by step', () => {
    assert.deepEqual(tables(`class BookDao {
      private static final String FIND = "select b.* from book b " + "join author a on a.id = b.author";
      void find() { jdbc.query(FIND); }
      void lend(String by) { jdbc.update("insert into loan (book, by) values (1, '" + by + "')"); jdbc.update("""
        update member
        set loans = loans + 1"""); }
      void search() { StringBuilder sql = new StringBuilder("SELECT * "); sql.append(" FROM shelf s, room r"); sql.append(" where s.room = r.id"); }
      void tell() { log.info("Select a book from the list"); log.info("update from the desk"); }
    }`), [
      'BookDao.find read author sql', 'BookDao.find read book sql', 'BookDao.lend write loan sql', 'BookDao.lend write member sql',
      'BookDao.search read room sql', 'BookDao.search read shelf sql', 'BookDao read author sql', 'BookDao read book sql',
    ]);
  });

  it('are told by repositories, mappers, named queries and managers of entities', () => {
    assert.deepEqual(tables('interface Books extends JpaRepository<Book, Long> { List<Book> findByTitle(String title); @Query("select l from Loan l where l.book = ?1") List<Loan> loans(Book book); }'), [
      'Books read book model', 'Books write book model', 'Books.findByTitle read book model', 'Books.loans read loan sql',
    ]);
    assert.deepEqual(tables('@Mapper interface FeeMapper { @Select({"select *", "from fee"}) List<Fee> all(); @Delete("delete from fee where id = #{id}") int drop(long id); }'), ['FeeMapper.all read fee sql', 'FeeMapper.drop write fee sql']);
    assert.deepEqual(tables('class Desk { EntityManager em; void serve(Book book) { em.persist(book); em.find(Member.class, 1L); em.createNamedQuery("Loan.open", Loan.class); } }'), [
      'Desk.serve write book model', 'Desk.serve read member model', 'Desk.serve read Loan.open query',
    ]);
    const { queries } = outlineJava('Loan.java', '@Entity @NamedQueries({@NamedQuery(name = "Loan.open", query = "select l from Loan l join Member m"), @NamedQuery(name="Loan.drop", query="delete from Loan")}) class Loan { }');
    assert.deepEqual(queries.map(({ name, tables: found }) => [name, ...found.map(({ table, access }) => `${access} ${table}`)]), [['Loan.open', 'read loan', 'read member'], ['Loan.drop', 'write loan']]);
  });
});

describe('Routes, transactions and settings in Java', () => {
  const routes = (text: string): readonly string[] => routesOf(outlineJava('R.java', text));

  it('are those of Spring, of JAX-RS, of servlets and of Stripes', () => {
    assert.deepEqual(routes('@RestController @RequestMapping(Api.ROOT + "/loans/") class Loans { @GetMapping("/{id}") Loan one() {} @PostMapping void add() {} @RequestMapping(value = {"/a", "b"}, method = {RequestMethod.PUT}) void put() {} }'), [
      'GET /loans/{id} one', 'POST /loans add', 'PUT /loans/a put', 'PUT /loans/b put',
    ]);
    assert.deepEqual(routes('@Path("/books") class Books { @GET List<Book> all() {} @DELETE @Path("{id}") void drop() {} void help() {} }'), ['GET /books all', 'DELETE /books/{id} drop']);
    assert.deepEqual(routes('@WebServlet(name = "x", urlPatterns = {"/desk", "/old"}) class Desk extends HttpServlet { protected void doPost(HttpServletRequest q, HttpServletResponse a) {} }'), ['POST /desk doPost', 'POST /old doPost']);
    assert.deepEqual(routes('package library.web.actions; class LoanActionBean extends BaseActionBean { @DefaultHandler public ForwardResolution view() {} public Resolution lend() {} public String title() {} }'), ['ANY /actions/Loan.action view', 'ANY /actions/Loan.action?lend lend']);
  });

  it('begin transactions by marks, by containers and by code', () => {
    const inTransaction = (text: string): readonly string[] => transactional(outlineJava('T.java', text));
    assert.deepEqual(inTransaction('@Transactional class A { public void a() {} private void b() {} @Transactional(propagation = Propagation.NEVER) public void c() {} }'), ['a']);
    assert.deepEqual(inTransaction('@Stateless class A { public void a() {} @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED) public void b() {} @PostConstruct public void c() {} }'), ['a']);
    assert.deepEqual(inTransaction('@Stateless @TransactionManagement(TransactionManagementType.BEAN) class A { UserTransaction tx; public void a() { tx.begin(); } public void b() {} }'), ['a']);
    assert.deepEqual(inTransaction('class A { TransactionTemplate template; void a() { template.execute(s -> 1); } void b(Connection c) { c.setAutoCommit(false); } void d(Robot r) { r.execute(1); } }'), ['a', 'b']);
  });

  it('read settings', () => {
    assert.deepEqual(outlineJava('S.java', '@ConfigurationProperties(prefix = "loan") class S { @Value("${loan.days:14}") int days; Environment env; S(@Value("${fee}") int fee) { env.getProperty("mail.host"); System.getenv("HOME_DESK"); } }').settings.map(({ key }) => key),
      ['loan.*', 'fee', 'mail.host', 'HOME_DESK', 'loan.days']);
  });
});
