import assert from 'node:assert/strict';
import { measure } from '../../../../server/src/assessment/cut/metrics.js';
import { cut, draw } from './draw.js';

const near = (actual: number | undefined, expected: number): void => assert.ok(actual !== undefined && Math.abs(actual - expected) < 1e-9, `${actual} is not ${expected}`);

/** Loans (3 units) and members (2); a loan asks for the member three times and once the other way round. */
const library = draw({
  units: ['Loan', 'LoanStore', 'Reminder', 'Member', 'MemberStore', 'Dates: shared'],
  uses: ['Loan -> LoanStore: save', 'Reminder -> LoanStore: due', 'Loan -> Member: find*3', 'Member -> MemberStore: load', 'Member -> Loan: count', 'Loan -> Dates: today*9'],
  transactions: ['Loan.lend: loan, member', 'Reminder.send: loan', 'Member.join: member'],
});
const parts = cut(library, { loans: ['Loan', 'LoanStore', 'Reminder'], members: ['Member', 'MemberStore'], library: ['Dates'] });

describe('metrics of a cut', () => {
  it('weighs calls across by the logarithm of their number', () => {
    // Across: Loan → Member ln 3 + 1, Member → Loan ln 1 + 1. Inside: three calls of ln 1 + 1 each. Dates is a library.
    const across = Math.log(3) + 1 + 1;
    near(measure(library, parts).interCalls, across / (across + 3));
  });

  it('takes coupling of pairs from cohesion of parts', () => {
    // μ: loans 2 pairs of 3² = 2/9, members 1 of 2² = 1/4. σ: one pair (Loan, Member), both orders: 2 · 1/(2·3·2) = 1/6; · 2/(2·1).
    near(measure(library, parts).structuralModularity, (2 / 9 + 1 / 4) / 2 - 1 / 6);
  });

  it('counts pairs of classes across as interfaces, each once for both ways', () => {
    near(measure(library, parts).interfaceNumber, 1 / 2);
  });

  it('calls parts of less than 5 or more than 20 classes extreme', () => {
    const names = (count: number, of: string): readonly string[] => Array.from({ length: count }, (_, at) => `${of}${at}`);
    const wide = draw({ units: [...names(5, 'A'), ...names(21, 'B'), ...names(4, 'C'), ...names(20, 'D')] });
    near(measure(wide, cut(wide, { a: names(5, 'A'), b: names(21, 'B'), c: names(4, 'C'), d: names(20, 'D') })).nonExtremeDistribution, 1 - (5 + 20) / 50);
    near(measure(library, parts).nonExtremeDistribution, 1);
  });

  it('tells how mixed the transactions of a table are', () => {
    // loan: Loan and Reminder, both in loans: entropy 0. member: Loan (loans) and Member (members): ln 2.
    near(measure(library, parts).transactionPurity, 1 - Math.log(2) / 2);
  });

  it('is perfect for one part, and says nothing of what is not there', () => {
    const whole = measure(library, cut(library, { all: ['Loan', 'LoanStore', 'Reminder', 'Member', 'MemberStore'] }));
    near(whole.interCalls, 0);
    near(whole.transactionPurity, 1);
    // Four pairs of classes among five: 4/25, and no pair of parts.
    near(whole.structuralModularity, 4 / 25);
    const quiet = draw({ units: ['A', 'B'] });
    const { interCalls, transactionPurity } = measure(quiet, cut(quiet, { a: ['A'], b: ['B'] }));
    assert.deepEqual([interCalls, transactionPurity], [undefined, undefined]);
    assert.deepEqual(measure(quiet, cut(quiet, {})), { services: 0, interCalls: undefined, structuralModularity: undefined, interfaceNumber: undefined, nonExtremeDistribution: undefined, transactionPurity: undefined });
  });
});
