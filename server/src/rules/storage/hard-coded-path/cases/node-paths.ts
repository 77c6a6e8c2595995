import { readFileSync } from 'node:fs';

// expect-next storage/hard-coded-path warning {path=/srv/shop/templates}
export const templateDir = '/srv/shop/templates';
// expect-next storage/hard-coded-path warning
export const drive = { exportFolder: 'D:\\exports' };
// clean-next storage/hard-coded-path -- a route of the API
export const basePath = '/data/orders';
// expect-next storage/hard-coded-path warning {path=/opt/shop/licence.txt}
export const licence = readFileSync('/opt/shop/licence.txt', 'utf8');
