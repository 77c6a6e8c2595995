import express, { type NextFunction, type Request, type Response } from 'express';
import session from 'express-session';
import { config } from './config';
import { logger } from './logger';
import { adminRouter } from './routes/admin';
import { authRouter } from './routes/auth';
import { cartRouter } from './routes/cart';
import { orderRouter } from './routes/orders';
import { productRouter } from './routes/products';

const HOUR_MS = 60 * 60 * 1000;

export const app = express();

app.disable('x-powered-by');
app.use(express.json());
app.use(
  session({
    secret: config.sessionSecret,
    resave: false,
    saveUninitialized: false,
    cookie: { httpOnly: true, sameSite: 'lax', maxAge: HOUR_MS },
  }),
);

app.use(express.static('public'));
app.use('/images', express.static('uploads'));
app.use('/api', authRouter);
app.use('/api/products', productRouter);
app.use('/api/cart', cartRouter);
app.use('/api/orders', orderRouter);
app.use('/api/admin', adminRouter);

app.use((error: Error, req: Request, res: Response, next: NextFunction) => {
  logger.error('요청을 처리하지 못했습니다.', { path: req.path, reason: error.message });
  if (res.headersSent) {
    next(error);
    return;
  }
  res.status(500).json({ message: '잠시 후 다시 시도해 주십시오.' });
});
