import { createHmac, randomBytes } from 'node:crypto';
import session from 'express-session';
import jwt from 'jsonwebtoken';
import { app, store } from './app.js';

// expect-next state/generated-secret error
app.use(session({ secret: randomBytes(32).toString('hex'), store }));

// expect-next state/generated-secret warning {setting=JWT_SECRET}
const jwtSecret = process.env.JWT_SECRET ?? randomBytes(32).toString('hex');
export const signIn = (user: string): string => jwt.sign({ user }, jwtSecret);

// clean-next state/generated-secret -- a value for one answer
export const nonce = (): string => randomBytes(16).toString('hex');

// clean-next state/generated-secret -- the environment gives it
const signingKey = process.env.SIGNING_KEY ?? '';
export const signed = (text: string): string => createHmac('sha256', signingKey).update(text).digest('hex');
