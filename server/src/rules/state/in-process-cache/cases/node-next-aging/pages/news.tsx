export async function getStaticProps() {
  // clean-next state/in-process-cache -- the same cache
  return { props: {}, revalidate: 60 };
}
