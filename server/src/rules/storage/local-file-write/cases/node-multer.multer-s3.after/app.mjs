import express from 'express';
import multer from 'multer';
import multerS3 from 'multer-s3';
import { S3Client } from '@aws-sdk/client-s3';
import { archive } from './archive.mjs';
import { keep } from './photos.mjs';

                                             
const upload = multer({ ...(process.env.S3_BUCKET ? { storage: multerS3({ s3: new S3Client({}), bucket: process.env.S3_BUCKET, contentType: multerS3.AUTO_CONTENT_TYPE }) } : { dest: 'uploads/' }), limits: { fileSize: 1024 } });

const app = express();
app.post('/photos', upload.single('photo'), async (req, res) => {
  res.json(await keep(req.file.originalname, req.file.size));
});
app.post('/archive', archive);
app.listen(process.env.PORT);
