import { ruleMatcher } from '../../../contract/rule.js';
import { attribute, childText, children } from '../../../syntax/xml/ask.js';

const settled = ['key', 'data-source-ref', 'token-repository-ref', 'services-ref'];
const stateKeys = /ClientSideSecretKey|ClientStateSavingPassword|org\.apache\.myfaces\.(?:SECRET|USE_ENCRYPTION)/;

/** Spring Security's `<remember-me/>` without a key, and JSF state that the browser keeps, sealed with a key that each process makes. */
export const xmlSecrets = ruleMatcher({
  language: 'xml',
  needles: [['remember-me'], ['STATE_SAVING_METHOD']],
  on: {
    'remember-me'(element, cx) {
      if (settled.some((name) => attribute(element, name))) return;
      cx.report({ at: element.nameSpan, say: 'rememberMe', confidence: 'high', cause: 'remember me' });
    },
    'context-param'(element, cx) {
      const [name] = children(element, 'param-name');
      if (!/^(?:javax|jakarta)\.faces\.STATE_SAVING_METHOD$/.test(name?.text ?? '') || childText(element, 'param-value')?.trim().toLowerCase() !== 'client') return;
      if (name?.textSpan && !stateKeys.test(cx.text)) cx.report({ at: name.textSpan, say: 'viewState', severity: 'warning', confidence: 'medium' });
    },
  },
});
