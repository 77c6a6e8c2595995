import { readdirSync, readFileSync } from 'node:fs';
import { parse } from './arguments';

// expect-next storage/hard-coded-path warning {path=/srv/shop/templates}
export const templateDir = '/srv/shop/templates';
// expect-next storage/hard-coded-path warning
export const drive = { exportFolder: 'D:\\exports' };
// clean-next storage/hard-coded-path -- a route of the API
export const basePath = '/data/orders';
// expect-next storage/hard-coded-path warning {path=/opt/shop/licence.txt}
export const licence = readFileSync('/opt/shop/licence.txt', 'utf8');

// clean-next storage/hard-coded-path -- an argument decides
let stackDir = '/opt/stacks';
// expect-next storage/hard-coded-path warning {path=/srv/shop/mail} -- read as it is in one of two places
const mailDir = '/srv/shop/mail';
export const settings = parse({ stacks: { type: String, defaultValue: stackDir }, mail: { type: String, defaultValue: mailDir } });
export const mails = readdirSync(mailDir);
// clean-next storage/hard-coded-path -- where the interpreter looks for modules of the image
export const environment = { NODE_PATH: '/opt/shop/node_modules' };
