import assert from 'node:assert/strict';
import { outlineTypescript } from '../../../../server/src/syntax/outline/typescript.js';
import { inTransaction, routes, tables, uses } from './uses.js';

describe('The outline of a file of TypeScript', () => {
  const outline = outlineTypescript('src/loans/loans.service.ts', `
import { Injectable } from '@nestjs/common'
import type { Member } from '../members/member'
import Books, { find as findBook } from './books'
import * as mail from '@/mail'
export * from './types'
const pattern = /class Ghost { }/g

@Injectable()
export class LoansService extends Base<Loan> implements Lending {
  private readonly open: Loans = new Loans()
  @Inject(Desk) desk: Desk
  count = 0
  constructor(private readonly books: Books, @InjectRepository(Loan) private loans: Repository<Loan>, plain: string) { super(); this.mailer = new Mailer() }

  async lend(member: Member, ...ids: number[]): Promise<Loan> {
    const book = await this.books.take(ids[0])
    book.mark(\`for \${member.name()} {\`)
    run(() => this.open.add(1))
    mail.send(member)
    findBook(1)
    return this.check()
  }

  private check = (): boolean => { return super.check() }
  get size(): number { return 1 }
}
export interface Lending { lend(member: Member): Promise<Loan>; size: number }
interface Hidden { a: Member }
export const price = async (loan: Loan) => loan.total()
export default function days() { return limit() }
function limit() { return 3 }
class Loan { total() { return this.line.sum() } line: Line }
`);

  it('holds modules, classes and where names come from', () => {
    assert.deepEqual(outline.imports, { Injectable: ':@nestjs/common#Injectable', Member: 'src/members/member#Member', Books: 'src/loans/books#default', findBook: 'src/loans/books#find', mail: ':@/mail' });
    assert.deepEqual(outline.packagesImported, ['src/loans/types']);
    assert.deepEqual(outline.units.map(({ name, kind, above, marks }) => [name, kind, above, marks]), [
      ['loans.service', 'module', [], []], ['LoansService', 'class', ['Base<Loan>', 'Lending'], ['Injectable']], ['Lending', 'interface', [], []], ['Loan', 'class', [], []],
    ]);
    assert.deepEqual(outline.units[1]?.holds, { open: 'Loans', desk: 'Desk', books: 'Books', loans: 'Repository<Loan>', mailer: 'Mailer' });
    assert.deepEqual(outline.units[1]?.methods.map(({ name, isPublic, result }) => [name, isPublic, result]), [['<init>', true, undefined], ['lend', true, 'Promise<Loan>'], ['check', false, 'boolean'], ['size', true, 'number']]);
  });

  it('says what functions and methods call', () => {
    assert.deepEqual(uses(outline, 'LoansService')['lend'], ['Member', 'Loan', 'Books:take', 'Books.take():mark', 'Member:name', 'Loans:add', 'mail:send', 'findBook:find', 'LoansService:check']);
    assert.deepEqual(uses(outline, 'loans.service'), { price: ['Loan', 'Loan:total'], days: ['loans.service:limit'], limit: [] });
    assert.deepEqual(uses(outline, 'Loan'), { total: ['Loan.line:sum'] });
  });

  it('reads modules that are required', () => {
    const required = outlineTypescript('app.js', "const express = require('express');\nconst { add, drop: remove } = require('./cart');\nconst mail = require('./mail');\nexports.run = function (req) { add(1); remove(2); mail.send(req); };\nmodule.exports.stop = () => mail.stop();\n");
    assert.deepEqual(required.imports, { express: ':express#default', add: 'cart#add', remove: 'cart#drop', mail: 'mail#default' });
    assert.deepEqual(uses(required, 'app'), { run: ['add:add', 'remove:drop', 'mail:send'], stop: ['mail:stop'] });
  });

  it('follows arguments of types, elements of lists, objects of functions and modules that are loaded later', () => {
    const found = outlineTypescript('src/desk.ts', `
import { read } from 'node:fs';
import { Loan, Fee } from './loan';
export class Desk {
  constructor(private settings: Settings, private loans: Loan[]) {}
  total(): Promise<{ sum: number; of: Loan[] }> {
    this.settings.get<number>('max');
    this.loans.filter((loan) => loan.isOpen()).map(fee => fee.x());
    return this.loans.map(async (loan: Loan) => Fee(loan));
  }
  async close(): Promise<void> {
    const mail = await import('./mail');
    mail.send();
    const { print } = await import('./print');
    print<Loan>();
  }
}
const rules = { isDue: (loan: Loan): loan is Loan => loan.due(), async remind(loan: Loan) { await loan.remind(); }, limit: limitOf(Loan) };
export default rules;
`);
    assert.deepEqual(Object.keys(found.imports), ['Loan', 'Fee', 'src/mail', 'print']);
    assert.deepEqual(uses(found, 'Desk'), {
      '<init>': ['Loan'],
      total: ['Settings:get', 'Loan[]:filter', 'Loan:isOpen', 'Loan[].filter():map', 'Loan[].filter().*:x', 'Loan[]:map', 'Loan', 'Fee:Fee'],
      close: ['src/mail:send', 'print', 'print:print'],
    });
    assert.deepEqual(uses(found, 'desk'), { isDue: ['Loan', 'Loan:due'], remind: ['Loan', 'Loan:remind'] });
  });

  it('knows entities, models, queries and transactions', () => {
    const found = outlineTypescript('m.ts', `
@Entity({ name: 'T_LOAN' }) export class Loan {}
@Entity() export class OpenFee {}
const Member = sequelize.define('Member', { name: 1 }, { tableName: 'members_all' });
const Story = mongoose.model('Story', schema);
async function a() { await prisma.book.create({ data }); await knex('shelf').where(1).update({}); await db.query("select * from desk d"); }
function b() { return this.db.$transaction([]); }
`);
    assert.deepEqual(tables(found), ['Loan owns t_loan entity', 'OpenFee owns open_fee entity', 'm owns members_all model', 'm owns stories model', 'm.a write book mapper', 'm.a write shelf mapper', 'm.a read desk sql']);
    assert.deepEqual(inTransaction(found), ['b']);
  });

  it('knows the routes of Nest and Express, and settings', () => {
    assert.deepEqual(routes(outlineTypescript('c.ts', "@Controller('loans') export class C { @Get(':id') one(@Param('id') id: string) {} @Post() add() {} help() {} }")), ['GET /loans/:id one', 'POST /loans add']);
    assert.deepEqual(routes(outlineTypescript('app.js', "const loans = require('./loans');\nconst router = express.Router();\nrouter.get('/loans', auth, loans.list);\nrouter.post('/loans', (req, res) => res.send(1));\napp.use('/api', loans);\napp.get('env');\naxios.get('/other', x);\nfunction list() {}\napp.delete('/x', list);\n")),
      ['GET /loans -> loans:list', 'POST /loans -> app:POST /loans', 'USE /api -> loans', 'DELETE /x -> app:list']);
    assert.deepEqual(outlineTypescript('s.ts', "const a = process.env.PORT; const b = process.env['HOST']; config.get('mail.from');").settings.map(({ key }) => key).sort(), ['HOST', 'PORT', 'mail.from']);
  });
});
