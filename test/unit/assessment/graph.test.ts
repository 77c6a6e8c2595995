import assert from 'node:assert/strict';
import { moduleGraph } from '../../../server/src/assessment/graph/build.js';
import type { ModuleGraph } from '../../../server/src/assessment/graph/graph.js';
import { outlineAliases } from '../../../server/src/syntax/outline/module-alias.js';
import { outlineMapper } from '../../../server/src/syntax/outline/mapper.js';
import { outlineOf } from '../../../server/src/syntax/outline/read.js';

const languages: Readonly<Record<string, string>> = { java: 'java', ts: 'typescript', js: 'typescript', py: 'python', cs: 'csharp' };

/** The graph of some files; documents of XML are mappers, those of JSON say where names of modules lead. */
export function graphOf(files: Readonly<Record<string, string>>): ModuleGraph {
  const mappers = Object.entries(files).filter(([file]) => file.endsWith('.xml')).flatMap(([file, text]) => {
    const statements = outlineMapper(text);
    return statements ? [{ file, ...statements }] : [];
  });
  const aliases = Object.entries(files).flatMap(([file, text]) => (file.endsWith('.json') ? outlineAliases(file, text) : []));
  return moduleGraph(Object.entries(files).flatMap(([file, text]) => outlineOf(languages[file.slice(file.lastIndexOf('.') + 1)] ?? '', file, text) ?? []), mappers, 0, aliases);
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

  it('of what a library declares go to the class that inherits it, and touch its table', () => {
    const graph = graphOf({
      'Fee.java': 'package a; @TableName("t_fee") public class Fee { }',
      'FeeService.java': 'package a; public interface FeeService extends IService<Fee> { }',
      'FeeServiceImpl.java': 'package a; @Service class FeeServiceImpl extends ServiceImpl<FeeMapper, Fee> implements FeeService { }',
      'FeeMapper.java': 'package a; interface FeeMapper extends BaseMapper<Fee> { }',
      'Desk.java': 'package a; @Service class Desk { FeeService fees; @Transactional public void close(Fee fee) { fees.save(fee); } }',
    });
    assert.deepEqual(edges(graph).filter((edge) => !edge.endsWith(' 0')), ['Desk -> FeeServiceImpl 1 save']);
    assert.deepEqual(transactions(graph), ['Desk.close: t_fee']);
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

describe('The module graph of other languages', () => {
  it('joins a shop in C# over injected interfaces, sets of a context and generic repositories', () => {
    const graph = graphOf({
      'Data/ShopContext.cs': 'namespace Shop.Data; public class ShopContext : DbContext { public DbSet<Order> Orders { get; set; } public DbSet<Item> Items { get; set; } }',
      'Data/Order.cs': 'namespace Shop.Data; public class Order { public Item Item { get; set; } public void Close() { } }',
      'Data/Item.cs': 'namespace Shop.Data; [Table("t_item")] public class Item { public int Count() => 1; }',
      'Services/IOrders.cs': 'using Shop.Data; namespace Shop.Services; public interface IOrders { Task<Order> Find(int id); }',
      'Services/Orders.cs': 'using Shop.Data; namespace Shop.Services; public class Orders : IOrders { private readonly ShopContext _db; private readonly IRepository<Item> _items; public async Task<Order> Find(int id) { var order = await _db.Orders.FirstAsync(); order.Item.Count(); return order; } public void Add(Item item) { _items.Add(item); _db.SaveChanges(); } }',
      'Web/OrdersController.cs': 'using Shop.Services; namespace Shop.Web; [Route("orders")] public class OrdersController : Controller { IOrders _orders; [HttpGet("{id}")] public async Task<IActionResult> Get(int id) { var order = await _orders.Find(id); order.Close(); return View(); } }',
    });
    assert.deepEqual(edges(graph).filter((edge) => !edge.endsWith(' 0')), ['Orders -> Item 1 Count', 'Orders -> ShopContext 1 SaveChanges', 'OrdersController -> Order 1 Close', 'OrdersController -> Orders 1 Find']);
    assert.deepEqual(tables(graph), ['Item owns t_item', 'Order owns orders', 'Orders read orders', 'Orders write t_item']);
    assert.deepEqual(transactions(graph), ['Orders.Add: t_item']);
    assert.deepEqual(graph.routes.map(({ verb, path, unit }) => `${verb} ${path} ${short(unit)}`), ['GET /orders/{id} OrdersController']);
  });

  it('joins a library in Django over modules, managers and tables of routes', () => {
    const graph = graphOf({
      'site/urls.py': 'from django.urls import include, path\nurlpatterns = [path("loans/", include("loans.urls"))]\n',
      'loans/__init__.py': '',
      'loans/urls.py': 'from . import views\nfrom .views import LoanView\nurlpatterns = [path("<int:pk>/", views.show), path("all", LoanView.as_view())]\n',
      'loans/views.py': 'import logging\nfrom loans.models import Loan\nfrom members.models import Member as Person\nfrom .services import lend\ndef show(request, pk):\n    loan = get_object_or_404(Loan, pk=pk)\n    loan.member.greet()\n    lend(loan)\nclass LoanView(View):\n    def get(self, request):\n        logging.info(1)\n        return Person.objects.active()\n',
      'loans/services.py': 'from django.db import transaction\nfrom .models import Loan\n@transaction.atomic\ndef lend(loan: Loan):\n    loan.save()\n    Loan.objects.filter(open=True).delete()\n',
      'loans/models.py': 'from members.models import Member\nclass Loan(models.Model):\n    member: Member\n',
      'loans/logging/__init__.py': 'def info(x): pass\n',
      'members/__init__.py': '',
      'members/models.py': 'class MemberManager(models.Manager):\n    def active(self):\n        return self.filter(active=True)\nclass Member(models.Model):\n    objects = MemberManager()\n    def greet(self): pass\n',
    });
    assert.deepEqual(edges(graph).filter((edge) => !edge.endsWith(' 0')), ['services -> models#Loan 2 filter save', 'urls -> views#LoanView 1 as_view', 'views -> models#Loan 1 get_object_or_404', 'views -> services 1 lend', 'views#LoanView -> models#MemberManager 1 active']);
    assert.deepEqual(tables(graph), ['models#Loan owns loans_loan', 'services read loans_loan', 'services write loans_loan', 'views read loans_loan', 'views#LoanView read members_member', 'models#Member owns members_member']);
    assert.deepEqual(transactions(graph), ['services.lend: loans_loan']);
    assert.deepEqual(graph.routes.map(({ verb, path, unit, method }) => `${verb} ${path} ${short(unit)} ${method}`), ['GET /loans/all views#LoanView get', 'ANY /loans/{pk} views show']);
  });

  it('joins a clinic in Nest and one in Express', () => {
    const nest = graphOf({
      'src/pets/pets.service.ts': "import { Pet } from './pet.entity';\nexport class PetsService { constructor(@InjectRepository(Pet) private pets: Repository<Pet>) {} async find(id: string): Promise<Pet> { return this.pets.findOne(id) } }\n",
      'src/pets/pet.entity.ts': "@Entity('pets') export class Pet { feed() {} }\n",
      'src/pets/index.ts': "export * from './pets.service';\n",
      'src/visits/visits.controller.ts': "import { PetsService } from '../pets';\n@Controller('visits') export class VisitsController { constructor(private readonly service: PetsService) {} @Get(':id') async get(id: string) { const pet = await this.service.find(id); pet.feed(); } }\n",
    });
    assert.deepEqual(edges(nest).filter((edge) => !edge.endsWith(' 0')), ['controller#VisitsController -> entity#Pet 1 feed', 'controller#VisitsController -> service#PetsService 1 find']);
    assert.deepEqual(tables(nest), ['entity#Pet owns pets', 'service#PetsService read pets']);
    const express = graphOf({
      'app.js': "const visits = require('./routes/visits');\napp.use('/visits', visits);\n",
      'routes/visits.js': "const { list } = require('../lib/visits');\nconst router = express.Router();\nrouter.get('/', list);\nmodule.exports = router;\n",
      'lib/visits.js': "const Visit = require('../models/visit');\nexports.list = async (req, res) => { const visit = await Visit.findOne({}); visit.save(); };\n",
      'models/visit.js': "module.exports = mongoose.model('Visit', schema);\n",
    });
    assert.deepEqual(edges(express).filter((edge) => !edge.endsWith(' 0')), ['visits -> visit 2 findOne save']);
    assert.deepEqual(tables(express), ['visits read visits', 'visits write visits', 'visit owns visits']);
    assert.deepEqual(express.routes.map(({ verb, path, unit, method }) => `${verb} ${path} ${unit} ${method}`), ['GET /visits lib/visits list']);
  });

  it('finds modules by the names that compilers and packages give them', () => {
    const graph = graphOf({
      'package.json': '{ "name": "clinic" }',
      'tsconfig.base.json': '{ // shared\n "compilerOptions": { "paths": { "@clinic/common/*": ["./libs/common/src/*"], "#mail": ["libs/mail/send.ts"] } } }',
      'apps/api/tsconfig.json': '{ "extends": "../../tsconfig.base.json", "compilerOptions": { "baseUrl": "src", "paths": { "~/*": ["./*"], }, } }',
      'packages/fees/package.json': '{ "name": "@clinic/fees", "main": "./dist/index.js", "exports": { ".": "./dist/index.js", "./rates": "./dist/tables/rates.js" } }',
      'packages/fees/src/index.ts': "export * from './fees';\n",
      'packages/fees/src/fees.ts': 'export const feeOf = (pet: string) => 1;\n',
      'packages/fees/src/tables/rates.ts': 'export function rateOf() { return 1; }\n',
      'packages/fees/src/limits.ts': 'export class Limits { check() {} }\n',
      'libs/common/src/dates.ts': 'export function today() {}\n',
      'libs/mail/send.ts': 'export function send() {}\n',
      'apps/api/src/pets/age.ts': 'export function age() {}\n',
      'apps/api/src/main.ts': `import { feeOf } from '@clinic/fees';
import { rateOf } from '@clinic/fees/rates';
import { Limits } from '@clinic/fees/limits';
import { today } from '@clinic/common/dates';
import { send } from '#mail';
import { age } from 'pets/age';
import { age as again } from '~/pets/age';
import library from 'library';
export function run(limits: Limits) { feeOf('a'); rateOf(); limits.check(); today(); send(); age(); again(); library.checkAllLimits(); }
`,
      'apps/web/src/other.ts': "import { age } from 'pets/age';\nexport function show() { age(); }\nexport class Checks { checkAllLimits() {} }\n",
    });
    assert.deepEqual(edges(graph).filter((edge) => !edge.endsWith(' 0')), ['main -> age 2 age', 'main -> dates 1 today', 'main -> send 1 send', 'main -> fees 1 feeOf', 'main -> limits#Limits 1 check', 'main -> rates 1 rateOf']);
  });

  it('takes what is called on a list for no method of its elements, and what several classes implement for a method of all', () => {
    const graph = graphOf({
      'src/rule.ts': 'export interface Rule { describeRule(): string }\nexport class Due implements Rule { describeRule() { return 1 } }\nexport class Lost implements Rule { describeRule() { return 2 } }\n',
      'src/desk.ts': "import { Rule } from './rule';\nexport class Desk { rules: Rule[] = []; add(rule: Rule) { this.rules.push(rule); } all(found) { return found.describeRule(); } }\n",
    });
    assert.deepEqual(edges(graph).filter((edge) => !edge.endsWith(' 0')), ['desk#Desk -> rule#Due 0.5 describeRule', 'desk#Desk -> rule#Lost 0.5 describeRule']);
  });
});
