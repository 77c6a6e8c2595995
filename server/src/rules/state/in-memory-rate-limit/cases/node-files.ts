import express from 'express';
import { rateLimit } from 'express-rate-limit';
import { findUser } from './users';

export function filesOf(folder: string): express.Router {
  // clean-next state/in-memory-rate-limit -- keeps this process from being drowned by requests for files of the image
  const limiter = rateLimit({ windowMs: 60_000, limit: 500 });
  const files = express.Router();
  files.use(limiter);
  files.use(express.static(folder));
  files.use((request, response) => response.sendFile('index.html', { root: folder }));
  return files;
}

export function usersOf(folder: string): express.Router {
  // expect-next state/in-memory-rate-limit
  const limiter = rateLimit({ windowMs: 60_000, limit: 500 });
  const users = express.Router();
  users.use(limiter);
  users.use(express.static(folder));
  users.post('/login', async (request, response) => response.json(await findUser(request.body.name)));
  return users;
}
