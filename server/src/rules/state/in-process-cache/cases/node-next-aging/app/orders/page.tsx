// expect-next state/in-process-cache info {call=revalidate}
export const revalidate = 300;
//           ^^^^^^^^^^

export default async function Page() {
  // clean-next state/in-process-cache -- the same cache
  const answer = await fetch('https://api.example.kr/orders', { next: { revalidate: 60 } });
  return <p>{await answer.text()}</p>;
}
