import express from 'express';

const app = express();
app.get('/api/users/:id', (req, res) => res.send(req.params.id));
app.listen(process.env.PORT);
