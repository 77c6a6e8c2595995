import apicache from 'apicache';
import LRUCache from 'lru-cache';
import ms from 'ms';
import { Router } from 'express';

export class Prices {
  // expect-next state/in-process-cache info {name=saves}
  private saves = new LRUCache<string, number>({ max: 100, maxAge: ms('20s') });
  // expect-next state/in-process-cache warning {name=rates}
  private rates = new LRUCache<string, number>({ max: 100, maxAge: ms('2 hours') });

  constructor(private readonly load: (id: string) => Promise<number>) {}

  async rate(id: string): Promise<number> {
    const rate = this.rates.get(id) ?? (await this.load(id));
    this.rates.set(id, rate);
    this.saves.set(id, rate);
    return rate;
  }
}

// expect-next state/in-process-cache info {provider=apicache}
const briefly = apicache.options({ statusCodes: { include: [200] } }).middleware;
// expect-next state/in-process-cache warning {provider=apicache}
const long = apicache.options({ statusCodes: { include: [200] } }).middleware;
export const router = Router();
router.get('/shop', briefly('1 minute'), (req, res) => res.json({ shop: req.params }));
router.get('/prices', long('1 day'), (req, res) => res.json({ prices: req.params }));

// expect-next state/in-process-cache info {name=places} -- what another server answers, no replica changes
const places = new LRUCache<string, object>({ max: 1000 });
// expect-next state/in-process-cache warning {name=tariffs} -- somebody who takes entries away knows that they change
const tariffs = new LRUCache<string, object>({ max: 1000 });
export async function placeOf(ip: string, base: string): Promise<object> {
  const known = places.get(ip);
  if (known) return known;
  const url = new URL(base);
  url.pathname += ip;
  const place = await fetchJson(url);
  places.set(ip, place);
  const tariff = await fetchJson(new URL(ip, base));
  tariffs.set(ip, tariff);
  return place;
}
export const forget = (ip: string): void => tariffs.del(ip);

declare function fetchJson(url: URL): Promise<object>;
