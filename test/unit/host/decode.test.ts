import assert from 'node:assert/strict';
import { decode, encodingOf, isBinary } from '../../../server/src/host/decode.js';
import { encodeLike } from '../../../server/src/host/encode.js';

const eucKr = Buffer.from([0xc7, 0xd1, 0xb1, 0xdb]); // 한글
describe('decoding', () => {
  it('reads UTF-8, EUC-KR, CP949, UTF-16 and Latin-1', () => {
    assert.equal(decode(Buffer.from('한글')), '한글');
    assert.equal(decode(eucKr), '한글');
    assert.equal(decode(Buffer.from([0x8c, 0x63])), '똠');
    assert.equal(decode(Buffer.from('\uFEFFa', 'utf16le')), 'a');
    assert.equal(decode(Buffer.from([0x63, 0x61, 0x66, 0xe9])), 'café');
  });
  it('drops the byte order mark', () => assert.equal(decode(Buffer.from('\uFEFFclass')), 'class'));
  it('writes back in the encoding it read', () => {
    for (const bytes of [Buffer.from('한글'), eucKr, Buffer.from('\uFEFF한글'), Buffer.from('\uFEFF한글', 'utf16le'), Buffer.from([0x63, 0xe9])]) {
      assert.deepEqual(Buffer.from(encodeLike(bytes, decode(bytes))), bytes, encodingOf(bytes).name);
    }
  });
  it('tells binary from text', () => {
    assert.equal(isBinary(Buffer.from([1, 0, 2])), true);
    assert.equal(isBinary(Buffer.from('\uFEFFa', 'utf16le')), false);
    assert.equal(isBinary(Buffer.from('text')), false);
  });
});
