import type { Localized } from '../../../contract/words.js';

/** What the rule says of addresses of connections in Node. */
export const nodeMessages: Readonly<Record<string, Localized>> = {
  'client-node-decides': {
    en: 'The address of the connection decides about the caller: behind an Ingress it is that of the proxy, so that all users count as one, unless forwarded headers are read ("trust proxy" of Express, "proxy" of Koa, "trustProxy" of Fastify).',
    ko: '접속 주소를 기준으로 호출자를 판단합니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(Express의 "trust proxy", Koa의 "proxy", Fastify의 "trustProxy")하지 않으면 모든 요청이 프록시 주소로 들어와 사용자를 구분하지 못합니다.',
  },
  'client-node-stored': {
    en: 'The address of the connection is recorded as the client\'s: behind an Ingress or load balancer that is the proxy\'s address unless forwarded headers are read ("trust proxy" of Express, "proxy" of Koa, "trustProxy" of Fastify).',
    ko: '접속 주소를 클라이언트 주소로 기록합니다. Ingress나 로드 밸런서 뒤에서는 전달 헤더를 읽도록 설정(Express의 "trust proxy", Koa의 "proxy", Fastify의 "trustProxy")하지 않으면 프록시 주소가 기록됩니다.',
  },
  'client-node-also': { en: 'the address of the connection is used here as well', ko: '여기에서도 접속 주소를 사용합니다' },
};
