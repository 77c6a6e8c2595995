const path = require('path');
const multer = require('multer');

                                             
module.exports = multer({ dest: process.env.UPLOAD_DIR ?? path.join(__dirname, '../uploads'), limits: { files: 1 } });
