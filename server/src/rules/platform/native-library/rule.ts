import type { AnyProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { listed, sameInApplication } from '../../../facts/application-root.js';
import type {} from '../../../facts/native-code.js';

function check(subject: Fact<'native.library'>, cx: ProjectContext): void {
  const [root, ...others] = sameInApplication(cx.model, subject, () => '');
  if (root !== subject) return;
  const { library, by } = subject.value;
  cx.report({ say: by, args: { library }, also: others.slice(0, listed).map(({ file, range, value }) => ({ file, range, say: 'more', args: { library: value.library } })) });
}

/** One finding per application: an image carries all libraries or none. */
const loads: AnyProjectCheck = { subject: 'native.library', reads: [], check };

export const rule: Rule = {
  meta: {
    id: 'platform/native-library',
    title: { en: 'Native library loaded into the process', ko: '프로세스에 네이티브 라이브러리 로드' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'none',
    tags: ['platform', 'native'],
  },
  messages: {
    jni: {
      en: 'The process loads the native library {library}: an image that lacks its file, or has another processor or C library, stops with UnsatisfiedLinkError on every replica.',
      ko: '프로세스가 네이티브 라이브러리 {library}을(를) 로드합니다. 이미지에 이 파일이 없거나 CPU 또는 C 라이브러리가 다르면 모든 레플리카가 UnsatisfiedLinkError로 중단됩니다.',
    },
    jna: {
      en: 'JNA binds to the native library {library}: an image that does not install it stops with UnsatisfiedLinkError on every replica.',
      ko: 'JNA로 네이티브 라이브러리 {library}을(를) 사용합니다. 이미지에 설치되어 있지 않으면 모든 레플리카가 UnsatisfiedLinkError로 중단됩니다.',
    },
    pinvoke: {
      en: 'P/Invoke binds to the native library {library}: an image that lacks its file, or has another processor or C library, fails with DllNotFoundException on every replica.',
      ko: 'P/Invoke로 네이티브 라이브러리 {library}을(를) 호출합니다. 이미지에 이 파일이 없거나 CPU 또는 C 라이브러리가 다르면 모든 레플리카에서 DllNotFoundException이 발생합니다.',
    },
    ctypes: {
      en: 'ctypes loads the native library {library}: an image that does not install it stops with OSError on every replica.',
      ko: 'ctypes로 네이티브 라이브러리 {library}을(를) 로드합니다. 이미지에 설치되어 있지 않으면 모든 레플리카가 OSError로 중단됩니다.',
    },
    ffi: {
      en: 'The process loads the native library {library}: an image that lacks its file, or has another processor or C library, fails to load it on every replica.',
      ko: '프로세스가 네이티브 라이브러리 {library}을(를) 로드합니다. 이미지에 이 파일이 없거나 CPU 또는 C 라이브러리가 다르면 모든 레플리카가 로드에 실패합니다.',
    },
    more: { en: 'also loads {library}', ko: '{library}도 로드합니다' },
  },
  project: [loads],
};
