import { randomBytes, randomInt } from 'node:crypto';
import { app } from './app.js';

// expect-next state/in-memory-token error {field=otpCodes}
const otpCodes = new Map<string, string>();
// expect-next state/in-memory-token error {field=processedEvents}
const processedEvents = new Set<string>();
// clean-next state/in-memory-token -- words of a language, not a secret
const tokenTypes = new Map<string, number>([['if', 1], ['else', 2]]);

app.post('/otp', (req, res) => {
  otpCodes.set(req.body.phone, String(randomInt(1_000_000)));
  res.end();
});
app.post('/otp/check', (req, res) => res.json(otpCodes.get(req.body.phone) === req.body.code));
app.post('/webhook', (req, res) => {
  if (!processedEvents.has(req.body.id)) processedEvents.add(req.body.id);
  res.end(tokenTypes.get('if'));
});
void randomBytes;
