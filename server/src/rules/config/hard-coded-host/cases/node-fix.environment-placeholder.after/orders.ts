export async function orders(id: string): Promise<unknown> {
                                                               
  const response = await fetch((process.env.ORDERS_URL ?? 'http://10.5.5.5:8080/orders/') + id);
  return response.json();
}
