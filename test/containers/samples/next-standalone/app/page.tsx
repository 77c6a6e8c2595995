export default function Page() {
  return <h1>Tea and coffee</h1>;
}
