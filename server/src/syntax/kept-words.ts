/** Words by which fields and variables of any language tell that they keep tokens or count what callers do; names are given as words with spaces. */

/** One-time codes and tokens that a server issues. */
export const codes = /\b(?:otp|totp|captcha|kaptcha|csrf|xsrf|nonces?|one time|(?:verif\w*|auth|sms|phone|reset|activation|confirm\w*|login|pin|valid\w*|one ?time) (?:codes?|keys?|tokens?|numbers?|nums?|no|hash|hashes|hash map|hash table)|(?:csrf|xsrf|reset|verif\w*|confirm\w*|activation|refresh|login|remember|jwt|sso|blacklist\w*|revoked|submit|form|password|invit\w*|download|session) tokens?|tokens? (?:blacklist|revoked)|(?:jwt|token) black ?list)\b/;
/** Tokens of some kind. */
export const bareTokens = /^(?:[\w ]+ )?tokens?(?: (?:map|store|cache|holder|repository|manager|set|list))?$/;
/** Tokens that others issue, or that are none. */
export const foreignTokens = /\b(?:access|api|oauth\d?|bearer|client|template|parse\w*|lex\w*|syntax|device|push|fcm|wx|wechat)\b/;
/** Who is logged in. */
export const logins = /\b(?:(?:login|logged ?in|logon|signed ?in|online|logged) (?:users?|members?|sessions?|ids?|accounts?|admins?|list|map)|(?:user|member) login (?:map|list)|duplicat\w* login|multi login|user sessions?)\b/;
/** What was dealt with already. */
export const handled = /\b(?:idempoten\w*|dedup\w*|(?:processed|handled|consumed|seen|used|executed) (?:codes?|requests?|messages?|msgs?|ids?|keys?|orders?|payments?|transactions?|events?|nonces?|tokens?|request ids?|message ids?|event ids?|order ids?))\b/;
/** Counts and texts about tokens. */
export const notTokens = /\b(?:attempts?|fail\w*|retr(?:y|ies)|limit\w*|locked|counts?|counters?|stats?|statistics|metrics?|templates?|messages|errors?|permissions?|roles?)\b/;
/** Limits on callers. */
export const limiting = /\b(?:attempts?|rate ?limits?|rate limiters?|limiters?|throttl\w*|brute ?force|lockouts?|locked (?:users?|accounts?|ips?)|blocked (?:users?|accounts?|ips?)|request (?:counts?|counters?|times?|timestamps?|windows?)|(?:login|signin|sign in|auth\w*|password|otp|pin) (?:fail\w*|errors?|tries|retries|counts?)|fail(?:ed|ure)?s? (?:logins?|counts?|auth\w*|times?)|requests? per|quotas?|flood)\b/;
/** Work of this process that is tried again, and calls that go out, are limited where they are made. */
export const outgoing = /\b(?:retry|retries|reconnect\w*|delivery|deliver\w*|poll\w*|resend|connect\w*|debug\w*|outgoing|outbound|upstream|client$|webhook|crawl\w*|scrap\w*|fetch\w*|job|task|producer|logs?|logging|warn\w*|metrics?|stats?|statistics)\b/;
