import type { NextFunction, Request, Response } from 'express';

export function requireLogin(req: Request, res: Response, next: NextFunction): void {
  if (req.session.user === undefined) {
    res.status(401).json({ message: '로그인이 필요합니다.' });
    return;
  }
  next();
}

export function requireAdmin(req: Request, res: Response, next: NextFunction): void {
  if (req.session.user?.admin !== true) {
    res.status(403).json({ message: '관리자만 사용할 수 있습니다.' });
    return;
  }
  next();
}
