export async function orders(id: string): Promise<unknown> {
  // expect-next config/hard-coded-host warning {host=10.5.5.5}
  const response = await fetch('http://10.5.5.5:8080/orders/' + id);
  return response.json();
}
