const multer = require('multer');
const multerS3 = require('multer-s3');
const { S3Client } = require('@aws-sdk/client-s3');

const storage = process.env.S3_BUCKET ? multerS3({ s3: new S3Client({}), bucket: process.env.S3_BUCKET, contentType: multerS3.AUTO_CONTENT_TYPE }) : multer.diskStorage({
                                               
  destination: (req, file, cb) => cb(null, 'uploads'),
});
exports.archive = multer({ storage }).array('documents');
