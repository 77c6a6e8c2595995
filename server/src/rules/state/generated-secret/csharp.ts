import type { Finding } from '../../../contract/finding.js';
import { ruleMatcher, type ProjectCheck } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/dotnet/keys.js';
import { args, calledName, callName, enclosing, enclosingMember, plain, receiver, span, stringValue, type CsNode } from '../../../syntax/csharp/ask.js';
import { choice } from '../../../syntax/csharp/branches.js';
import { isDesignTime } from '../../../syntax/csharp/surroundings.js';

/** Calls that protect what browsers keep: login cookies. The keys for it come from Data Protection. */
const protecting = /^(?:AddCookie|AddIdentity|AddDefaultIdentity|AddIdentityCookies|AddApplicationCookie|AddMicrosoftIdentityWebApp|AddOpenIdConnect)$/;

function statementOf(call: CsNode): string {
  return (enclosing(call, 'expression_statement', 'local_declaration_statement', 'arrow_expression_clause') ?? call).text;
}

const toldKey = {};

/** Keys of Data Protection that each pod makes for itself. Where they are kept, another file may say. */
export const csharpKeyRing = ruleMatcher({
  language: 'csharp',
  needles: [[/\bAddDataProtection\s*\(/], [/\.\s*(?:AddCookie|AddIdentity|AddDefaultIdentity|AddIdentityCookies|AddMicrosoftIdentityWebApp)\s*[<(]/, /services/i]],
  on: {
    invocation_expression(call, cx) {
      const name = callName(call);
      const at = calledName(call);
      if (!at || (name !== 'AddDataProtection' && !protecting.test(name)) || choice(call).kind === 'development' || isDesignTime(call)) return;
      const told = cx.once(toldKey, () => new Set<string>());
      const ring = name === 'AddDataProtection';
      if (!ring && /\bAddDataProtection\s*\(/.test(cx.text)) return;
      if (ring ? /PersistKeysTo/.test(statementOf(call)) : !/services|auth|identity|builder/i.test(plain(receiver(call)))) return;
      // What one file adds to the login stands on one key ring.
      if (told.size > 0) return;
      told.add(name);
      // With bearer tokens and no cookie, the keys only protect links in mails and the like.
      const tokensOnly = !ring && /\bAddJwtBearer\s*\(/.test(cx.text) && !/\bAddCookie\s*\(/.test(cx.text);
      cx.report({ at: span(at), say: 'keyRing', args: { call: `${name}()` }, ...(tokensOnly ? { severity: 'warning' as const } : {}), confidence: ring ? 'high' : 'medium', cause: 'key-ring', data: { ring: name } });
    },
  },
});

/** Folders are shared only where a volume says so. */
export const csharpKeyFolder: ProjectCheck<'dotnet.key-ring'> = {
  subject: 'dotnet.key-ring', reads: ['dotnet.key-ring'],
  check({ value }, { report }) {
    if (value.kind === 'folder') report({ say: 'keyFolder', args: { call: value.via }, severity: 'warning', confidence: 'medium' });
  },
};

/** What clears a key ring of its own: any place of the application that keeps the keys elsewhere. */
export function keepsKeys(_fact: Fact, { say }: Finding): boolean {
  return say === 'keyRing';
}

/** Keys of the .NET Framework that each machine makes for itself. */
export const machineKey: ProjectCheck<'dotnet.machine-key'> = {
  subject: 'dotnet.machine-key', reads: ['dotnet.machine-key'],
  check({ value: { forms }, module }, { model, report }) {
    const pages = model.files.some((file) => file.endsWith('.aspx') && model.moduleOf(file).dir === module);
    if (forms || pages) report({ say: 'machineKey', severity: pages ? 'error' : 'warning', confidence: 'medium' });
  },
};

/** The key goes where other replicas find it. */
const storing = /\b(?:SaveChanges|(?:Write|Save|Insert|Upsert|Store|Persist|Set)\w*Async)\s*\(/;
const random = /\b(?:RandomNumberGenerator\.(?:GetBytes|GetHexString|GetString)|Guid\.NewGuid|RNGCryptoServiceProvider|RandomNumberGenerator\.Create)\b/;

/** `new SymmetricSecurityKey(RandomNumberGenerator.GetBytes(32))`: tokens that only this process can check. */
export const csharpSigningKey = ruleMatcher({
  language: 'csharp', needles: [[/\b(?:SymmetricSecurityKey|SigningCredentials|RsaSecurityKey|ECDsaSecurityKey)\s*\(/, /\b(?:RandomNumberGenerator|NewGuid|RNGCryptoServiceProvider|RSA\.Create|ECDsa\.Create)\b/]],
  on: {
    object_creation_expression(creation, cx) {
      const [first] = args(creation);
      const type = creation.childForFieldName('type');
      if (!type || !first || !/^(?:SymmetricSecurityKey|RsaSecurityKey|ECDsaSecurityKey)$/.test(type.text) || stringValue(first) !== undefined || storing.test(enclosingMember(creation)?.text ?? '')) return;
      if (random.test(first.text) || /\b(?:RSA|ECDsa)\.Create\(\s*(?:\d+)?\s*\)/.test(first.text)) cx.report({ at: span(type), say: 'memory', confidence: 'medium' });
    },
  },
});
