import { compare } from 'bcryptjs';
import { Router } from 'express';
import { get } from '../db';

interface MemberRow {
  id: string;
  password: string;
  name: string;
  admin: number;
}

export const authRouter = Router();

authRouter.post('/login', async (req, res, next) => {
  const { id, password } = req.body ?? {};
  const member = get<MemberRow>('SELECT * FROM member WHERE id = ?', String(id));
  if (member === null || !(await compare(String(password), member.password))) {
    res.status(401).json({ message: '아이디 또는 비밀번호가 올바르지 않습니다.' });
    return;
  }
  req.session.regenerate((error) => {
    if (error) {
      next(error);
      return;
    }
    req.session.user = { id: member.id, name: member.name, admin: member.admin === 1 };
    res.json({ user: req.session.user });
  });
});

authRouter.post('/logout', (req, res, next) => {
  req.session.destroy((error) => (error ? next(error) : res.status(204).end()));
});
