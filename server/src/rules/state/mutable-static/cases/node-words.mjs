import express from 'express';

const app = express();
// expect-next state/mutable-static {name=accounts}
const accounts = new Map();
// expect-next state/mutable-static {name=catalog}
const catalog = new Map();
// expect-next state/mutable-static {name=membersByGroupId}
const membersByGroupId = new Map();
// clean-next state/mutable-static -- the words of the name say that it counts for this process alone
const statusCounts = new Map();
// clean-next state/mutable-static -- numbers of processes mean nothing elsewhere
const childPids = new Map();

app.post('/accounts/:id', (req, res) => {
  accounts.set(req.params.id, req.body);
  catalog.set(req.params.id, req.body.offer);
  membersByGroupId.set(req.body.group, req.body.members);
  statusCounts.set(req.body.status, 1);
  childPids.set(req.params.id, req.body.pid);
  res.sendStatus(204);
});

app.get('/accounts/:id', (req, res) => {
  res.json({ account: accounts.get(req.params.id), offer: catalog.get(req.params.id), members: membersByGroupId.get(req.query.group), pid: childPids.get(req.params.id), count: statusCounts.get(req.query.status) });
});
