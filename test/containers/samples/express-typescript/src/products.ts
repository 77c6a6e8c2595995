export const products: readonly { readonly name: string; readonly price: number }[] = [
  { name: 'tea', price: 4 },
  { name: 'coffee', price: 6 },
];
