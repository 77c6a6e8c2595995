// clean-next state/in-process-cache -- pages are made beforehand and handed out as files
export const revalidate = 300;

export default async function Page() {
  return <p>News</p>;
}
