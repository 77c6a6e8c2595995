// expect-next state/mutable-static error {name=orders}
const orders = new Map<string, string>();

export const POST = async (incoming: Request) => {
  const { id, name } = await incoming.json();
  orders.set(id, name);
  return Response.json([...orders]);
};

export async function GET() {
  return Response.json([...orders]);
}
