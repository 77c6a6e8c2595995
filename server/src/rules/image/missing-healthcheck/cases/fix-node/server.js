const app = require('express')();
app.get('/healthz', (_, res) => res.send('ok'));
app.listen(8080);
