import koffi from 'koffi';

// expect-next platform/native-library warning {library=libshopscan.so}
const scanner = koffi.load('/opt/vendor/libshopscan.so');
export const scan = scanner.func('int scan(const char *file)');

// clean-next platform/native-library -- every Linux has it
const libc = koffi.load('libc.so.6');
export const pid = libc.func('int getpid()');
