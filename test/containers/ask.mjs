// Asks an address until it answers: node ask.mjs URL MILLISECONDS. Runs inside the network of a container.
const [, , url, patience] = process.argv;
const end = Date.now() + Number(patience);
for (;;) {
  try {
    const answer = await fetch(url, { redirect: 'manual' });
    // 503 is what a server says while it starts.
    if (answer.status !== 503 || Date.now() > end) {
      process.stdout.write(JSON.stringify({ status: answer.status, body: await answer.text() }));
      break;
    }
  } catch (error) {
    if (Date.now() > end) throw new Error(`${url} does not answer`, { cause: error });
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
}
