import express from 'express';
import multer from 'multer';
import { archive } from './archive.mjs';
import { keep } from './photos.mjs';

// expect-next storage/local-file-write error
const upload = multer({ dest: 'uploads/', limits: { fileSize: 1024 } });

const app = express();
app.post('/photos', upload.single('photo'), async (req, res) => {
  res.json(await keep(req.file.originalname, req.file.size));
});
app.post('/archive', archive);
app.listen(process.env.PORT);
