// expect-next platform/windows-only warning {name=winreg}
import Registry from 'winreg';
import koffi from 'koffi';

export const settings = new Registry({ hive: Registry.HKLM, key: '\\Software\\Shop' });

export function beep() {
  if (process.arch === 'x64') {
    // expect-next platform/windows-only warning {name=user32.dll}
    koffi.load('user32.dll').func('bool MessageBeep(uint32_t type)')(0);
  }
}
