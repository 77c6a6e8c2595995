const express = require('express');

// clean-next lifecycle/no-health-endpoint -- a router of another module answers
const app = express();
app.use(require('./routes'));
app.listen(3000);
