import express from 'express';
import { draft, saveDraft } from './drafts';

const app = express();
app.get('/drafts/:id', (req, res) => res.json(draft(req.params.id)));
app.listen(process.env.PORT);
