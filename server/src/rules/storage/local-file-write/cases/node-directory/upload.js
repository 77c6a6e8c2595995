const path = require('path');
const multer = require('multer');

// expect-next storage/local-file-write error
module.exports = multer({ dest: path.join(__dirname, '../uploads'), limits: { files: 1 } });
