export async function register() {
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    // expect-next work/in-process-schedule warning
    setInterval(async () => {
      await fetch('https://api.example.kr/sync', { method: 'POST' });
    }, 60_000);
  }
}
